package dev.tenure.api.pages.session;

import dev.tenure.api.links.Paths;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** Tells people's browsers from programs. */
public final class Browsers {

  private Browsers() {}

  /** Browsers ask for {@code text/html} by name; programs do not. */
  public static boolean wantsPage(HttpRequest<?> request) {
    String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("text/html") && !Paths.isApi(request.getPath());
  }
}
