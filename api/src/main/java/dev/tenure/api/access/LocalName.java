package dev.tenure.api.access;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;

/** Serves the own machine's names only, as long as there are no keys. */
public final class LocalName {

  private LocalName() {}

  /**
   * A web page elsewhere could have its own name point here (DNS rebinding).
   *
   * @throws ProblemException when the request was sent to another name
   */
  public static void require(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    if (host != null && !Loopback.names(host)) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.FORBIDDEN,
              "host_refused",
              "Unknown host",
              "Without API keys only localhost is served; set TENURE_API_KEYS to be reached under"
                  + " another name."));
    }
  }
}
