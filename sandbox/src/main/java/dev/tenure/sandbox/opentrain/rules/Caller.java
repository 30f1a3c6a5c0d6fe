package dev.tenure.sandbox.opentrain.rules;

import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;

/** Who calls: a token and the account that it acts for. */
public record Caller(Account account, AccessToken token) {

  public boolean owns(String accountId) {
    return account.id().equals(accountId);
  }
}
