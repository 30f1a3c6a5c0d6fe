package dev.tenure.api.hires.request;

import dev.tenure.journal.account.AccountView;
import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.store.AccountAccess;
import dev.tenure.journal.store.AccountFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The accounts that can hire: those that the workers serve. */
@Singleton
public final class ServedAccounts {

  /** Until a worker has said what it serves, the one that needs no name. */
  private static final Set<String> UNTOLD = Set.of("default");

  private final Accounts accounts;
  private final AccountAccess access;

  ServedAccounts(Accounts accounts, AccountAccess access) {
    this.accounts = accounts;
    this.access = access;
  }

  /** Their names, without those that whoever asks may not see. */
  public Set<String> names() {
    AccountFilter filter = access.current();
    List<String> served = accounts.list().stream().map(AccountView::id).toList();
    if (!served.isEmpty()) {
      return new TreeSet<>(served);
    }
    return UNTOLD.stream().filter(filter::sees).collect(Collectors.toSet());
  }
}
