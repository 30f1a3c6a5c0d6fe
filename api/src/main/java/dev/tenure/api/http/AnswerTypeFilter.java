package dev.tenure.api.http;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Has every answer say of which type it is. Left alone, the server repeats what {@code Accept}
 * says, with its parameters, says nothing in the answer to HEAD, and serves what has no quality.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class AnswerTypeFilter implements Ordered {

  private static final String WILDCARD = "*";

  /** That whatever a request does not speak of is not wanted. */
  private static final String REST = "*/*;q=0";

  private static final Comparator<MediaType> PRECISION =
      Comparator.comparing((MediaType range) -> !range.getType().equals(WILDCARD))
          .thenComparing(range -> !range.getSubtype().equals(WILDCARD));

  /** After the filters that ask who it is. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  /**
   * The router knows no ranges such as {@code text/*}: it lets all pass, and {@link #check} not.
   */
  @PreMatching
  @RequestFilter
  void admit(HttpRequest<?> request) {
    if (request instanceof NettyHttpRequest<?> netty
        && netty.getNativeRequest().headers().contains(HttpHeaders.ACCEPT)) {
      netty.getNativeRequest().headers().add(HttpHeaders.ACCEPT, REST);
    }
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    List<MediaType> produced = produced(request);
    if (!produced.isEmpty() && wanted(request).isEmpty()) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.NOT_ACCEPTABLE,
              "not_acceptable",
              HttpStatus.NOT_ACCEPTABLE.getReason(),
              "The answer is "
                  + produced.stream().map(MediaType::getName).collect(Collectors.joining(" or "))
                  + "; accept that."));
    }
  }

  /** The type that is wanted most of those that a request may be answered with, if any is. */
  public static Optional<MediaType> wanted(HttpRequest<?> request) {
    List<MediaType> ranges = List.copyOf(request.accept());
    // Of those that are wanted alike, the first: the usual one.
    return produced(request).stream()
        .filter(type -> quality(ranges, type).signum() > 0)
        .max(Comparator.comparing(type -> quality(ranges, type)));
  }

  /** The most precise range that covers a type says how much it is wanted (RFC 9110, 12.5.1). */
  private static BigDecimal quality(List<MediaType> ranges, MediaType type) {
    // None, or none that can be read beside the one that was added.
    return ranges.size() < 2
        ? BigDecimal.ONE
        : ranges.stream()
            .filter(range -> range.matches(type))
            .max(PRECISION)
            .map(MediaType::getQualityAsNumber)
            .orElse(BigDecimal.ZERO);
  }

  @ResponseFilter
  void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
    boolean told = response.body() != null || RouteAttributes.getHeadBody(response).isPresent();
    if (told && response.getContentType().isEmpty()) {
      wanted(request).ifPresent(response::contentType);
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
