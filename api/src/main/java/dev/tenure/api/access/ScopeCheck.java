package dev.tenure.api.access;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Holds a request against the scope that its operation demands. */
public final class ScopeCheck {

  private ScopeCheck() {}

  /**
   * Refuses what the scopes do not allow.
   *
   * @throws ProblemException {@code insufficient_scope}, with the scope that is needed
   */
  public static void require(HttpRequest<?> request, Principal principal) {
    if (RouteAttributes.getRouteMatch(request).orElse(null)
        instanceof MethodBasedRouteMatch<?, ?> match) {
      Scope needed =
          match
              .getExecutableMethod()
              .getAnnotationMetadata()
              .enumValue(RequiresScope.class, Scope.class)
              .orElse(Scope.ADMIN);
      if (!principal.may(needed)) {
        throw new ProblemException(insufficient(principal, needed));
      }
    }
  }

  private static Problem insufficient(Principal principal, Scope needed) {
    String has =
        principal.scopes().stream()
            .sorted(Comparator.naturalOrder())
            .map(Scope::wire)
            .collect(Collectors.joining(", "));
    return Problem.of(
            HttpStatus.FORBIDDEN,
            "insufficient_scope",
            "The key may not do this",
            "This needs the scope %s; the key %s has %s. Use a key that has it."
                .formatted(needed.wire(), principal.name(), has.isEmpty() ? "none" : has))
        .needing(needed.wire());
  }
}
