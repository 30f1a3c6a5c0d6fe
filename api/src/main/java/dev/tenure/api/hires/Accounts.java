package dev.tenure.api.hires;

import dev.tenure.journal.account.AccountView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The accounts that can hire: those that the workers serve. */
@Singleton
final class Accounts {

  /** Until a worker has said what it serves, the one that needs no name. */
  private static final Set<String> UNTOLD = Set.of("default");

  private final dev.tenure.journal.account.Accounts accounts;

  Accounts(dev.tenure.journal.account.Accounts accounts) {
    this.accounts = accounts;
  }

  Set<String> names() {
    List<String> served = accounts.list().stream().map(AccountView::id).toList();
    return served.isEmpty() ? UNTOLD : new TreeSet<>(served);
  }
}
