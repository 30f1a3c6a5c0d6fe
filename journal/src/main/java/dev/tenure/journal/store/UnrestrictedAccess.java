package dev.tenure.journal.store;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The access of processes that answer nobody, such as the workers: they read everything. */
@Singleton
@Requires(missingBeans = AccountAccess.class)
final class UnrestrictedAccess implements AccountAccess {

  @Override
  public AccountFilter current() {
    return AccountFilter.ALL;
  }
}
