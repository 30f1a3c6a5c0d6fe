package dev.tenure.worker;

import dev.tenure.activities.http.HttpExchange;
import jakarta.inject.Singleton;
import java.util.List;

/** Every account that this worker serves. */
@Singleton
final class Accounts {

  private final List<Account> all;

  Accounts(WorkerSettings settings, HttpExchange http) {
    all = settings.accounts().stream().map(account -> Account.of(account, http)).toList();
  }

  List<Account> all() {
    return all;
  }
}
