package dev.tenure.api.access;

import dev.tenure.journal.store.AccountAccess;
import dev.tenure.journal.store.AccountFilter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Who sent the request that is being answered by this thread. By it the journal knows which
 * accounts to leave out of everything that it reads.
 */
@Singleton
public final class CurrentPrincipal implements AccountAccess {

  /** Whoever it is; empty outside of requests, and where nobody had to say who they are. */
  public Optional<Principal> get() {
    return request().flatMap(Principal::of);
  }

  /** Nothing for a request whose sender nobody asked for: a forgotten check must not tell all. */
  @Override
  public AccountFilter current() {
    return request().isEmpty()
        ? AccountFilter.ALL
        : get().map(Principal::accounts).orElse(AccountFilter.NONE);
  }

  private static Optional<HttpRequest<Object>> request() {
    return ServerRequestContext.currentRequest();
  }
}
