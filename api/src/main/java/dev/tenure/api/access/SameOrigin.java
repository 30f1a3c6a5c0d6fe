package dev.tenure.api.access;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.List;

/**
 * Keeps other web sites from writing through a person's browser, which reaches this front although
 * they do not. Programs send neither {@code Origin} nor {@code Sec-Fetch-Site}, and pass.
 */
public final class SameOrigin {

  private SameOrigin() {}

  /**
   * Refuses a write from elsewhere.
   *
   * @throws ProblemException when a browser sends the request for a page of another origin, and it
   *     could change anything
   */
  public static void require(HttpRequest<?> request) {
    if (writes(request.getMethod()) && !same(request.getHeaders())) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.FORBIDDEN,
              "cross_site",
              "Sent from elsewhere",
              "A page of another origin sent this, and nothing was done. Send it from a page of this"
                  + " front, or from a program without the header Origin; with TENURE_API_KEYS set,"
                  + " a request with a key may come from anywhere."));
    }
  }

  private static boolean writes(HttpMethod method) {
    return switch (method) {
      case GET, HEAD, OPTIONS, TRACE -> false;
      case POST, PUT, DELETE, PATCH, CONNECT, CUSTOM -> true;
    };
  }

  /** Every value must be ours: what is sent twice is not sent by a browser of good faith. */
  private static boolean same(HttpHeaders headers) {
    List<String> sites = headers.getAll("Sec-Fetch-Site");
    if (!sites.isEmpty()) {
      // The browser itself tells, also where a proxy before the front has changed the host.
      return sites.stream().allMatch("same-origin"::equals);
    }
    String host = headers.get(HttpHeaders.HOST);
    return headers.getAll(HttpHeaders.ORIGIN).stream()
        .allMatch(
            origin ->
                host != null
                    && (origin.equalsIgnoreCase("http://" + host)
                        || origin.equalsIgnoreCase("https://" + host)));
  }
}
