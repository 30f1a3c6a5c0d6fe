package dev.tenure.api.access;

import dev.tenure.journal.store.AccountFilter;
import dev.tenure.model.wire.WireName;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, and what they may do.
 *
 * @param via how they were recognised
 * @param keyId the id of their key; null where there are no keys
 * @param name the name of their key, as events and the audit list tell it
 * @param accounts what they may see
 */
public record Principal(
    Via via, @Nullable String keyId, String name, Set<Scope> scopes, AccountFilter accounts)
    implements Authentication {

  /** Whoever sits at this machine, on a front without keys. */
  public static final Principal LOCAL =
      new Principal(Via.LOCAL, null, "local", EnumSet.allOf(Scope.class), AccountFilter.ALL);

  public Principal {
    scopes = Set.copyOf(scopes);
  }

  /** How somebody was recognised. */
  public enum Via implements WireName {
    KEY,
    SESSION,
    LOCAL
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
  }

  /** The same, recognised by a session. */
  public Principal inSession() {
    return new Principal(Via.SESSION, keyId, name, scopes, accounts);
  }

  @Override
  public String getName() {
    return name;
  }

  /** The names of what they may do: all of them, where they have {@link Scope#ADMIN}. */
  @Override
  public Collection<String> getRoles() {
    return Arrays.stream(Scope.values()).filter(this::may).map(Scope::wire).toList();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  /** Who sent a request, once that is known. */
  public static Optional<Principal> of(HttpRequest<?> request) {
    return request.getUserPrincipal(Principal.class);
  }
}
