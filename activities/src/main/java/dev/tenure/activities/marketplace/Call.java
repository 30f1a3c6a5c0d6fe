package dev.tenure.activities.marketplace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One call of a marketplace.
 *
 * @param path below the base address, with query, already encoded; begins with a slash
 * @param body JSON, where there is one
 */
public record Call(String method, String path, @Nullable String body) {

  public static Call get(String path) {
    return new Call("GET", path, null);
  }

  public static Call post(String path, @Nullable String body) {
    return new Call("POST", path, body);
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
}
