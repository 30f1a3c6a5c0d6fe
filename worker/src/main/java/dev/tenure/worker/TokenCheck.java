package dev.tenure.worker;

import dev.tenure.activities.opentrain.OpenTrainException;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says early what a token lacks, rather than at the first step that needs it. */
@Singleton
final class TokenCheck {

  private static final List<String> NEEDED =
      List.of("proposals:read", "proposals:write", "payments:read", "payments:write");

  private final Accounts accounts;
  private final Status status;

  TokenCheck(Accounts accounts, Status status) {
    this.accounts = accounts;
    this.status = status;
  }

  void run() {
    accounts.all().forEach(account -> status.note("account " + account.name(), words(account)));
  }

  private static String words(Account account) {
    try {
      List<String> missing = missing(account.api().scopes());
      return missing.isEmpty()
          ? ""
          : "The token of account "
              + account.name()
              + " lacks "
              + String.join(", ", missing)
              + ": a person must mint one with these scopes in OpenTrain's settings";
    } catch (OpenTrainException.Refused e) {
      return "The token of account " + account.name() + " is not accepted: " + e.getMessage();
    } catch (OpenTrainException.Unavailable e) {
      return "The marketplace of account " + account.name() + " does not answer: " + e.getMessage();
    }
  }

  /** A scope to write includes the one to read. */
  static List<String> missing(List<String> granted) {
    Set<String> held = new HashSet<>(granted);
    granted.stream()
        .filter(scope -> scope.endsWith(":write"))
        .forEach(scope -> held.add(scope.replace(":write", ":read")));
    return NEEDED.stream().filter(scope -> !held.contains(scope)).toList();
  }
}
