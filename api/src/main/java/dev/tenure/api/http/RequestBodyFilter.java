package dev.tenure.api.http;

import dev.tenure.api.body.RequestBodies;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that nobody would read as they were meant: one that an operation does not take,
 * and one whose type or compression is not known. Passed over, either would be taken for something
 * that was done.
 */
@ServerFilter("/v1/**")
record RequestBodyFilter(RequestBodies bodies) implements Ordered {

  /** After the filters that ask who it is, and whether the address can be answered. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after() + 1;
  }

  @RequestFilter
  void check(HttpRequest<?> request, @Body byte @Nullable [] body) {
    if (RouteAttributes.getRouteMatch(request).orElse(null)
        instanceof MethodBasedRouteMatch<?, ?> match) {
      if (!takesBody(match)) {
        bodies.requireNone(body);
      } else if (unknownType(request) || compressed(request)) {
        throw new HttpStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Not to be read");
      }
    }
  }

  private static boolean unknownType(HttpRequest<?> request) {
    return request.getHeaders().contains(HttpHeaders.CONTENT_TYPE)
        && request.getContentType().isEmpty();
  }

  /** The header of what the server could decompress is gone by now. */
  private static boolean compressed(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING).stream()
        .anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
  }

  private static boolean takesBody(MethodBasedRouteMatch<?, ?> match) {
    return Arrays.stream(match.getArguments())
        .anyMatch(argument -> argument.getAnnotationMetadata().hasAnnotation(Body.class));
  }
}
