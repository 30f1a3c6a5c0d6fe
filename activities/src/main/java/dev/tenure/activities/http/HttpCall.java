package dev.tenure.activities.http;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param address absolute, already encoded
 * @param headers beside those that {@link HttpExchange} sets itself
 * @param body sent as UTF-8, where there is one
 */
public record HttpCall(
    String method, URI address, Map<String, String> headers, @Nullable String body) {

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** Whether the method may change something on the other side. */
  boolean writes() {
    return !method.equals("GET") && !method.equals("HEAD");
  }
}
