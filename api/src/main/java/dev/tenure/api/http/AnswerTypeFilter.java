package dev.tenure.api.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Has every answer say of which type it is. Left alone, the server repeats what {@code Accept}
 * says, with its parameters, says nothing in the answer to HEAD, and serves what has no quality.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AnswerTypeFilter implements Ordered {

  private static final String WILDCARD = "*";

  private static final Comparator<MediaType> PRECISION =
      Comparator.comparing((MediaType range) -> !range.getType().equals(WILDCARD))
          .thenComparing(range -> !range.getSubtype().equals(WILDCARD));

  /** After the filters that ask who it is. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    List<MediaType> ranges = List.copyOf(request.accept());
    List<MediaType> produced = produced(request);
    if (!ranges.isEmpty()
        && !produced.isEmpty()
        && produced.stream().noneMatch(type -> accepted(ranges, type))) {
      throw new HttpStatusException(HttpStatus.NOT_ACCEPTABLE, "No type of this answer is wanted");
    }
  }

  /** The most precise range that covers a type says how much it is wanted (RFC 9110, 12.5.1). */
  private static boolean accepted(List<MediaType> ranges, MediaType type) {
    return ranges.stream()
        .filter(range -> range.matches(type))
        .max(PRECISION)
        .filter(range -> range.getQualityAsNumber().signum() > 0)
        .isPresent();
  }

  @ResponseFilter
  void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
    boolean told = response.body() != null || RouteAttributes.getHeadBody(response).isPresent();
    if (told && response.getContentType().isEmpty()) {
      produced(request).stream().findFirst().ifPresent(response::contentType);
    }
  }

  /** What the route of a request answers with, the usual type first; nothing where it says none. */
  private static List<MediaType> produced(HttpRequest<?> request) {
    Optional<RouteInfo<?>> route = RouteAttributes.getRouteInfo(request);
    return route.map(RouteInfo::getProduces).orElse(List.of()).stream()
        .filter(type -> !type.equals(MediaType.ALL_TYPE))
        .toList();
  }
}
