package dev.tenure.api.access;

import dev.tenure.api.links.Paths;
import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Parameters;
import dev.tenure.api.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Refuses addresses that nobody can answer: with U+0000, which the journal cannot hold, and, under
 * {@code /v1} and of pages, with parameters that the operation does not have. A filter that is
 * misspelt would else be one that lets everything through.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class QueryFilter implements Ordered {

  private static final String NUL = "%00";

  /** After the filters that ask who it is. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    boolean program = Paths.isApi(request.getPath());
    String query = String.valueOf(request.getUri().getRawQuery());
    if (request.getUri().getRawPath().contains(NUL) && !program) {
      throw Problems.notFound("not_found", "No address here contains U+0000.");
    }
    if (request.getUri().getRawPath().contains(NUL) || query.contains(NUL)) {
      throw Problems.malformed("The address contains U+0000. Leave it out.", List.of());
    }
    if (request.getUri().getRawQuery() != null
        && RouteAttributes.getRouteMatch(request).orElse(null)
            instanceof MethodBasedRouteMatch<?, ?> match
        && (program || isPage(match))) {
      checkNames(request, match);
    }
  }

  private static boolean isPage(MethodBasedRouteMatch<?, ?> match) {
    return match.getRouteInfo().getProduces().contains(MediaType.TEXT_HTML_TYPE);
  }

  private static void checkNames(HttpRequest<?> request, MethodBasedRouteMatch<?, ?> match) {
    Map<String, Argument<?>> known = new TreeMap<>();
    Arrays.stream(match.getArguments())
        .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(QueryValue.class))
        .forEach(argument -> known.put(name(argument), argument));
    var parameters = new Parameters();
    for (Map.Entry<String, List<String>> given : request.getParameters()) {
      Argument<?> argument = known.get(given.getKey());
      if (argument == null) {
        parameters.wrong(
            new FieldError(given.getKey(), "unknown_parameter", unknown(given.getKey(), known)));
      } else if (given.getValue().size() > 1 && !argument.isContainerType()) {
        parameters.wrong(given.getKey(), given.getKey() + " may be given once only.");
      }
    }
    parameters.throwIfAny();
  }

  private static String name(Argument<?> argument) {
    return argument
        .getAnnotationMetadata()
        .stringValue(QueryValue.class)
        .filter(name -> !name.isEmpty())
        .orElse(argument.getName());
  }

  private static String unknown(String name, Map<String, Argument<?>> known) {
    return known.isEmpty()
        ? "There is no parameter " + name + " here; none is taken."
        : "There is no parameter "
            + name
            + " here; there are "
            + known.keySet().stream().collect(Collectors.joining(", "))
            + ".";
  }
}
