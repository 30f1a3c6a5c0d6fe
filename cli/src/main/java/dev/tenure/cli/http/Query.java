package dev.tenure.cli.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of an address; what is absent is left out. */
public final class Query {
  private final List<String> pairs = new ArrayList<>();

  public Query with(String name, @Nullable String value) {
    if (value != null) {
      pairs.add(name + "=" + encoded(value));
    }
    return this;
  }

  /** One that can be added to, and this one stays as it is. */
  public Query copy() {
    var copy = new Query();
    copy.pairs.addAll(pairs);
    return copy;
  }

  /** A value as a part of a path or of a query. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }
}
