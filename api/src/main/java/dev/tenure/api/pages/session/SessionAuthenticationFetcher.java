package dev.tenure.api.pages.session;

import dev.tenure.api.access.Loopback;
import dev.tenure.api.access.Principal;
import dev.tenure.api.access.SameOrigin;
import dev.tenure.api.links.Paths;
import io.micronaut.core.util.PathMatcher;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.config.InterceptUrlMapPattern;
import io.micronaut.security.config.SecurityConfiguration;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Recognises people by their session; without keys, those who sit at this machine. Nobody is asked
 * for a session by the API, nor where {@code micronaut.security.intercept-url-map} lets everybody
 * in, so that health, for one, is told without the journal.
 */
@Singleton
final class SessionAuthenticationFetcher implements AuthenticationFetcher<HttpRequest<?>> {

  private final Sessions sessions;
  private final List<String> open;
  private final Scheduler blocking;

  SessionAuthenticationFetcher(
      Sessions sessions,
      SecurityConfiguration security,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.sessions = sessions;
    this.open =
        security.getInterceptUrlMap().stream()
            .filter(entry -> entry.getAccess().contains(SecurityRule.IS_ANONYMOUS))
            .map(InterceptUrlMapPattern::getPattern)
            .toList();
    this.blocking = Schedulers.fromExecutor(blocking);
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    String path = request.getPath();
    return Paths.isApi(path) || open.stream().anyMatch(one -> PathMatcher.ANT.matches(one, path))
        ? Mono.empty()
        : Mono.defer(() -> Mono.<Authentication>justOrEmpty(principal(request)))
            .subscribeOn(blocking);
  }

  private Optional<Principal> principal(HttpRequest<?> request) {
    if (!sessions.needed()) {
      Loopback.require(request);
    }
    SameOrigin.require(request);
    return sessions.needed()
        ? sessions.find(request).map(Sessions.Session::principal)
        : Optional.of(Principal.LOCAL);
  }
}
