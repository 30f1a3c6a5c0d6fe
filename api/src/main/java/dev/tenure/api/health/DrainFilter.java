package dev.tenure.api.health;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Ends kept connections with their next answer once the front is being stopped. One that was closed
 * while it is idle might just then be used for a request.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
record DrainFilter(Drain drain) {

  private static final String CLOSE = "close";

  @ResponseFilter
  void close(MutableHttpResponse<?> response) {
    if (drain.begun()) {
      response.header(HttpHeaders.CONNECTION, CLOSE);
    }
  }
}
