package dev.tenure.api.web.session;

import dev.tenure.api.ops.LocalName;
import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
      List.of("/v1", "/assets", "/health", "/prometheus", "/openapi.yaml");

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
    if (request.getMethod() != HttpMethod.GET && !sameOrigin(request.getHeaders())) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.FORBIDDEN,
              "cross_site",
              "Sent from elsewhere",
              "This form was not sent from a page of this front. Open the page here and try again."));
    }
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

  /** Browsers say where a form comes from; what says nothing is not a browser. */
  private static boolean sameOrigin(HttpHeaders headers) {
    String site = headers.get("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = headers.get(HttpHeaders.ORIGIN);
    String host = headers.get(HttpHeaders.HOST);
    return origin == null
        || (host != null && (origin.equals("http://" + host) || origin.equals("https://" + host)));
  }
}
