package dev.tenure.api.access;

import dev.tenure.api.problem.Problems;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/**
 * Lets programs in: whom a key allows, to what its scopes allow, as often as its limit allows;
 * without keys, whom the own machine sends.
 */
@ServerFilter("/v1/**")
record AccessFilter(ApiKeys keys, RequestLimits limits) {

  private static final String BEARER = "Bearer ";

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    Principal principal = principal(request);
    principal.attach(request);
    limits.take(principal);
    ScopeCheck.require(request, principal);
  }

  private Principal principal(HttpRequest<?> request) {
    // Without keys of the environment, one of another front does no harm; one of ours is held to.
    Optional<String> given =
        given(request.getHeaders())
            .filter(text -> keys.needed() || new ApiKeySecret(text).keyId().isPresent());
    if (given.isPresent()) {
      return keys.bySecret(given.get())
          .map(ApiKeys.Credential::principal)
          .orElseThrow(
              () ->
                  Problems.unauthorized(
                      "This API key is not known here, or it was revoked or has expired; see"
                          + " TENURE_API_KEYS and /v1/api-keys."));
    }
    if (keys.needed()) {
      throw Problems.unauthorized("Send your key as Authorization: Bearer ... or X-Api-Key: ...");
    }
    Loopback.require(request);
    SameOrigin.require(request);
    return Principal.LOCAL;
  }

  private static Optional<String> given(HttpHeaders headers) {
    String authorization = headers.get(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(authorization.substring(BEARER.length()).strip());
    }
    return Optional.ofNullable(headers.get("X-Api-Key"));
  }
}
