package dev.tenure.api.openapi;

import dev.tenure.api.access.Scope;
import dev.tenure.model.wire.WireName;
import io.micronaut.context.annotation.Factory;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The scope that each operation demands, read from where it is enforced.
 *
 * @param byOperation method and path of the operation
 */
public record OperationScopes(Map<String, Scope> byOperation) {

  public OperationScopes {
    byOperation = Map.copyOf(byOperation);
  }

  Optional<Scope> of(String method, String path) {
    return Optional.ofNullable(byOperation.get(key(method, path)));
  }

  private static String key(String method, String path) {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  /** Reads them from the routes. */
  @Factory
  static final class OfTheRoutes {

    @Singleton
    OperationScopes scopes(Router router) {
      Map<String, Scope> all = new HashMap<>();
      router
          .uriRoutes()
          .forEach(
              route ->
                  scope(route)
                      .ifPresent(
                          scope ->
                              all.put(
                                  key(
                                      route.getHttpMethodName(),
                                      route.getUriMatchTemplate().toPathString()),
                                  scope)));
      return new OperationScopes(all);
    }

    private static Optional<Scope> scope(UriRouteInfo<?, ?> route) {
      return route
          .getTargetMethod()
          .getAnnotationMetadata()
          .stringValue(Secured.class)
          .flatMap(name -> WireName.find(Scope.class, name));
    }
  }
}
