package dev.tenure.api.access;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the own machine's names and addresses from all others, without asking any name server. */
public final class Loopback {

  private static final Pattern NAMES =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|::1|\\[::1\\])");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  private Loopback() {}

  /** Whether a host, with a port or without, is the own machine. */
  public static boolean names(String host) {
    String text = host.toLowerCase(Locale.ROOT).strip();
    return NAMES.matcher(text).matches()
        || NAMES.matcher(PORT.matcher(text).replaceFirst("")).matches();
  }

  /**
   * Serves the own machine's names only, as long as there are no keys: a web page elsewhere could
   * have its own name point here (DNS rebinding).
   *
   * @throws ProblemException when the request was sent to another name
   */
  public static void require(HttpRequest<?> request) {
    if (!request.getHeaders().getAll(HttpHeaders.HOST).stream().allMatch(Loopback::names)) {
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
