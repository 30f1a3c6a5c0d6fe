package dev.tenure.api.web.session;

import dev.tenure.api.access.Loopback;
import dev.tenure.api.access.Principal;
import dev.tenure.api.access.RequestLimits;
import dev.tenure.api.access.SameOrigin;
import dev.tenure.api.access.ScopeCheck;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who signed in; without keys, who sits at this machine; and only forms of our own.
 * Whatever is not named here as somebody else's is closed, so that a page added later is, too.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
record SessionFilter(Sessions sessions, RequestLimits limits) {

  /** What has a door of its own, and what is open to everybody. */
  private static final List<String> ELSEWHERE =
      List.of(
          "/v1", "/assets", "/health", "/prometheus", "/openapi", "/openapi.yaml", "/openapi.json");

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    if (elsewhere(request.getPath())) {
      return null;
    }
    if (!sessions.needed()) {
      Loopback.require(request);
    }
    SameOrigin.require(request);
    Optional<Principal> who =
        sessions.needed()
            ? sessions.find(request).map(Sessions.Session::principal)
            : Optional.of(Principal.LOCAL);
    who.ifPresent(principal -> principal.attach(request));
    if (open(request)) {
      return null;
    }
    if (who.isEmpty()) {
      return HttpResponse.seeOther(login(request));
    }
    limits.take(who.get());
    if (!request.getPath().equals("/logout")) {
      ScopeCheck.require(request, who.get());
    }
    return null;
  }

  private static boolean elsewhere(String path) {
    return ELSEWHERE.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
  }

  /** The page to sign in, and the list of addresses that programs get at the root. */
  private static boolean open(HttpRequest<?> request) {
    String path = request.getPath();
    return path.equals("/login")
        || path.equals("/login/")
        || (path.equals("/") && !Browsers.wantsPage(request));
  }

  private static URI login(HttpRequest<?> request) {
    String next = request.getMethod() == HttpMethod.GET ? request.getUri().toString() : "/";
    return URI.create("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
  }
}
