package dev.tenure.sandbox.rules;

import dev.tenure.sandbox.world.AccessToken;
import dev.tenure.sandbox.world.Account;

/** Who calls: a token and the account that it acts for. */
public record Caller(Account account, AccessToken token) {

  public boolean owns(String accountId) {
    return account.id().equals(accountId);
  }
}
