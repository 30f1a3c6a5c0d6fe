package dev.tenure.activities.marketplace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a marketplace.
 *
 * @param path below the base address, with query, already encoded; begins with a slash
 * @param body JSON, where there is one
 * @param headers of this call alone
 */
public record Call(String method, String path, @Nullable String body, Map<String, String> headers) {

  public Call {
    headers = Map.copyOf(headers);
  }

  public static Call get(String path) {
    return new Call("GET", path, null, Map.of());
  }

  public static Call post(String path, @Nullable String body) {
    return new Call("POST", path, body, Map.of());
  }

  /** The same call with one more header. */
  public Call with(String header, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(header, value);
    return new Call(method, path, body, all);
  }

  /** An id as a segment of a path or as the value of a query. */
  public static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The call for people: without query, which may carry more than a name should. */
  public String name() {
    int query = path.indexOf('?');
    return method + " " + (query < 0 ? path : path.substring(0, query));
  }

  /** Without headers and body, which may hold a key or a signature. */
  @Override
  public String toString() {
    return name();
  }
}
