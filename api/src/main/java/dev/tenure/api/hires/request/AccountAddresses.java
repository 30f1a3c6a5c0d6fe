package dev.tenure.api.hires.request;

import dev.tenure.journal.account.AccountView;
import dev.tenure.journal.account.Accounts;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.account.AgentFacts;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses under which accounts act on OpenContract. */
@Singleton
public final class AccountAddresses {

  private final Accounts accounts;

  AccountAddresses(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The address of an account; absent where it has none, or no worker has told it yet. */
  @Nullable String of(String account) {
    return accounts.find(account).map(AccountAddresses::of).orElse(null);
  }

  static @Nullable String of(AccountView account) {
    return Optional.ofNullable(account.facts())
        .map(AccountFacts::agent)
        .map(AgentFacts::address)
        .orElse(null);
  }
}
