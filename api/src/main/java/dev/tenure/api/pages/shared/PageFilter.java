package dev.tenure.api.pages.shared;

import dev.tenure.api.pages.session.Browsers;
import dev.tenure.api.problem.Problem;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Shows problems to people as pages, and bars pages from everything that they do not need. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
record PageFilter(Pages pages) {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @ResponseFilter
  void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.body() instanceof Problem problem && Browsers.wantsPage(request)) {
      pages.turn(response, request, "problem", problem.title(), problem);
    }
    if (response.getContentType().filter(MediaType.TEXT_EVENT_STREAM_TYPE::equals).isPresent()) {
      // A proxy that gathers a stream before it passes it on would silence it.
      response.header("X-Accel-Buffering", "no");
    }
    if (response.getContentType().filter(MediaType.TEXT_HTML_TYPE::equals).isPresent()) {
      response.header("Content-Security-Policy", POLICY);
      response.header("Referrer-Policy", "same-origin");
      response.header("X-Content-Type-Options", "nosniff");
      response.header("X-Frame-Options", "DENY");
      response.header(HttpHeaders.CACHE_CONTROL, "no-store");
      response.header(HttpHeaders.VARY, "Accept");
    }
  }
}
