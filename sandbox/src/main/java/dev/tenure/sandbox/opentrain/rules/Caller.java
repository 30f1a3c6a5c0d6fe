package dev.tenure.sandbox.opentrain.rules;

import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;
import java.security.Principal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who calls: a token and the account that it acts for. */
public record Caller(Account account, AccessToken token) implements Principal {
  @Override
  public String getName() {
    return account.id();
  }

  /** The document when it belongs to the caller's account; else nothing. */
  public <T> @Nullable T own(@Nullable T document, Function<T, String> accountId) {
    return document != null && owns(accountId.apply(document)) ? document : null;
  }

  public boolean owns(String accountId) {
    return account.id().equals(accountId);
  }
}
