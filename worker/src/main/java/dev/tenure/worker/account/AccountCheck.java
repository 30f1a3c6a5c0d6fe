package dev.tenure.worker.account;

import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.account.Marketplace;
import dev.tenure.worker.status.WorkerStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says early what an account lacks, rather than at the first step that needs it, and tells the
 * journal that the account is served.
 */
final class AccountCheck {

  private static final Logger LOG = LoggerFactory.getLogger(AccountCheck.class);

  /** An account in good order is looked at this often; one that is not, in every round. */
  private static final Duration USUAL = Duration.ofMinutes(5);

  private final String name;
  private final Marketplace marketplace;
  private final String url;
  private final String variable;
  private final Supplier<AccountFacts> reader;
  private final Accounts journal;
  private final WorkerStatus status;
  private final InstantSource clock;
  private @Nullable AccountFacts introduction;
  private @Nullable AccountFacts last;

  /**
   * The check of one account.
   *
   * @param url where the marketplace is
   * @param variable that sets the account, for words to people
   * @param reader one look; throws nothing
   * @param introduction what is known before the first look, and told before it is said that the
   *     account is served; absent where nothing is
   */
  AccountCheck(
      String name,
      Marketplace marketplace,
      String url,
      String variable,
      Supplier<AccountFacts> reader,
      @Nullable AccountFacts introduction,
      Accounts journal,
      WorkerStatus status,
      InstantSource clock) {
    this.name = name;
    this.marketplace = marketplace;
    this.url = url;
    this.variable = variable;
    this.reader = reader;
    this.introduction = introduction;
    this.journal = journal;
    this.status = status;
    this.clock = clock;
  }

  /** Tells the journal that the account is served. */
  void served() {
    tell(
        () -> {
          if (introduction != null) {
            journal.checked(name, introduction);
            introduction = null;
          }
          journal.served(name, marketplace, url);
        });
  }

  /** One round. Nothing that is wrong with this account or the journal is thrown. */
  void run() {
    if (due()) {
      AccountFacts facts = reader.get();
      last = facts;
      status.note("account " + name, words(facts));
      tell(() -> journal.checked(name, facts));
    }
  }

  private boolean due() {
    @Nullable AccountFacts facts = last;
    Instant now = clock.instant();
    return facts == null || !words(facts).isEmpty() || facts.checkedAt().plus(USUAL).isBefore(now);
  }

  private void tell(Runnable words) {
    try {
      words.run();
    } catch (JournalUnavailable e) {
      LOG.debug("the journal cannot be told of account {}: {}", name, e.getMessage());
    }
  }

  private String words(AccountFacts facts) {
    List<String> faults = new ArrayList<>();
    if (facts.tokenAccepted() == null || !facts.tokenAccepted()) {
      faults.add(String.valueOf(facts.trouble()));
    }
    if (!facts.missingScopes().isEmpty()) {
      faults.add(
          "the token lacks "
              + String.join(", ", facts.missingScopes())
              + ": a person must mint one with these scopes in OpenTrain's settings");
    }
    if (!facts.missingFeatures().isEmpty()) {
      faults.add("the account lacks " + String.join(", ", facts.missingFeatures()));
    }
    if (Boolean.FALSE.equals(facts.claimed())) {
      faults.add(
          "nobody has claimed the account"
              + (facts.claimUrl() == null ? "" : ": " + facts.claimUrl()));
    }
    return faults.isEmpty()
        ? ""
        : "Account %s (%s): %s".formatted(name, variable, String.join("; ", faults));
  }
}
