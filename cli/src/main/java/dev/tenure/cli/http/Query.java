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

  /** A value as a part of a path or of a query. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Without the question mark. */
  public String text() {
    return String.join("&", pairs);
  }

  @Override
  public String toString() {
    return pairs.isEmpty() ? "" : "?" + text();
  }
}
