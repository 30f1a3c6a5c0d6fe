package dev.tenure.api.access;

import dev.tenure.api.problem.Problems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;

/** Lets in whom the keys allow; without keys, whom the own machine sends. */
@ServerFilter("/v1/**")
final class ApiKeyFilter {

  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;

  ApiKeyFilter(ApiKeys keys) {
    this.keys = keys;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (keys.needed()) {
      requireKey(request);
    } else {
      LocalName.require(request);
      SameOrigin.require(request);
    }
  }

  private void requireKey(HttpRequest<?> request) {
    Optional<String> given = given(request.getHeaders());
    if (given.isEmpty()) {
      throw Problems.unauthorized("Send your key as Authorization: Bearer ... or X-Api-Key: ...");
    }
    if (!keys.accept(given.get())) {
      throw Problems.unauthorized("This API key is not known here; see TENURE_API_KEYS.");
    }
  }

  private static Optional<String> given(HttpHeaders headers) {
    String authorization = headers.get(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(authorization.substring(BEARER.length()).strip());
    }
    return Optional.ofNullable(headers.get("X-Api-Key"));
  }
}
