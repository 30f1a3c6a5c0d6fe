package dev.tenure.worker;

import jakarta.inject.Singleton;
import java.util.List;

/** Every account that this worker serves. */
@Singleton
final class Accounts {

  private final List<Account> all;

  Accounts(WorkerSettings settings) {
    all = settings.accounts().stream().map(Account::of).toList();
  }

  List<Account> all() {
    return all;
  }
}
