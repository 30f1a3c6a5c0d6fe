package dev.tenure.api.hires.request;

import dev.tenure.journal.account.AccountView;
import dev.tenure.journal.account.Accounts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The accounts that can hire: those that the workers serve. */
@Singleton
public final class ServedAccounts {

  /** Until a worker has said what it serves, the one that needs no name. */
  private static final Set<String> UNTOLD = Set.of("default");

  private final Accounts accounts;

  ServedAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  public Set<String> names() {
    List<String> served =
        accounts.list().stream().filter(ServedAccounts::hires).map(AccountView::id).toList();
    return served.isEmpty() ? UNTOLD : new TreeSet<>(served);
  }

  /** No hire is carried yet on an account that pays by signature. */
  private static boolean hires(AccountView account) {
    return account.facts() == null || account.facts().agent() == null;
  }
}
