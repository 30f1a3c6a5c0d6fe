package dev.tenure.api.web.session;

import dev.tenure.api.access.LocalName;
import dev.tenure.api.access.SameOrigin;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who signed in; without keys, who sits at this machine; and only forms of our own.
 * Whatever is not named here as somebody else's is closed, so that a page added later is, too.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SessionFilter {

  /** What has a door of its own, and what is open to everybody. */
  private static final List<String> ELSEWHERE =
      List.of(
          "/v1", "/assets", "/health", "/prometheus", "/openapi", "/openapi.yaml", "/openapi.json");

  private final Sessions sessions;

  SessionFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    if (elsewhere(request.getPath())) {
      return null;
    }
    if (!sessions.needed()) {
      LocalName.require(request);
    }
    SameOrigin.require(request);
    return sessions.needed() && !open(request) && sessions.of(request).isEmpty()
        ? HttpResponse.seeOther(login(request))
        : null;
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
