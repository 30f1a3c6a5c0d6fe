package dev.tenure.api.access;

import dev.tenure.api.links.Paths;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import io.micronaut.security.token.reader.TokenResolver;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Recognises programs by the key that they send; without keys, those of the own machine. The
 * framework's own fetcher would try every key of a request at once and take whichever is answered
 * first; here the first one counts, also when it is wrong.
 */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
final class ApiKeyAuthenticationFetcher implements AuthenticationFetcher<HttpRequest<?>> {

  private final ApiKeys keys;
  private final TokenResolver<HttpRequest<?>> tokens;
  private final Scheduler blocking;

  ApiKeyAuthenticationFetcher(
      ApiKeys keys,
      TokenResolver<HttpRequest<?>> tokens,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.keys = keys;
    this.tokens = tokens;
    this.blocking = Schedulers.fromExecutor(blocking);
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    if (!Paths.isApi(request.getPath())) {
      return Mono.empty();
    }
    Optional<String> given = tokens.resolveTokens(request).stream().findFirst().map(String::strip);
    boolean ours = given.map(ApiKeySecret::new).flatMap(ApiKeySecret::keyId).isPresent();
    // Without keys of the environment, one of another front does no harm; one of ours is held to.
    Mono<Authentication> found =
        Mono.defer(
            () ->
                Mono.justOrEmpty(principal(request, given.filter(text -> ours || keys.needed()))));
    // The journal is asked for one of ours alone.
    return ours ? found.subscribeOn(blocking) : found;
  }

  private Optional<Principal> principal(HttpRequest<?> request, Optional<String> given) {
    if (given.isPresent()) {
      ApiKeys.Credential key =
          keys.bySecret(given.get()).orElseThrow(ApiKeyAuthenticationFetcher::unknown);
      return Optional.of(key.principal());
    }
    if (keys.needed()) {
      return Optional.empty();
    }
    Loopback.require(request);
    SameOrigin.require(request);
    return Optional.of(Principal.LOCAL);
  }

  private static ProblemException unknown() {
    return Problems.unauthorized(
        "This API key is not known here, or it was revoked or has expired; see"
            + " TENURE_API_KEYS and /v1/api-keys.");
  }
}
