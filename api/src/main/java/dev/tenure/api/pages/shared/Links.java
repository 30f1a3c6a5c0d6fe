package dev.tenure.api.pages.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Addresses that pages lead to. */
public final class Links {

  private Links() {}

  public static String hire(String id) {
    return "/hires/" + id;
  }

  /** The page of an approval that is decided here. */
  public static String approval(String id) {
    return "/approvals/" + encoded(id);
  }

  /** A link that the marketplace gave, unless it is not one to a web page. */
  public static @Nullable String out(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      String scheme = new URI(url).getScheme();
      return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme) ? url : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** An address of this front and nothing else, for after the sign-in. */
  public static URI within(@Nullable String path) {
    if (path == null || !path.matches("/([A-Za-z0-9_?=&%.+:*-][/A-Za-z0-9_?=&%.+:*-]*)?")) {
      return URI.create("/");
    }
    try {
      return new URI(path);
    } catch (URISyntaxException e) {
      return URI.create("/");
    }
  }

  /**
   * An address with a query.
   *
   * @param parameters their names and values in turn; what has no value is left out
   */
  public static String query(String path, @Nullable String... parameters) {
    var query = new StringJoiner("&", path + "?", "").setEmptyValue(path);
    for (int i = 0; i < parameters.length; i += 2) {
      String value = parameters[i + 1];
      if (value != null && !value.isEmpty()) {
        query.add(parameters[i] + "=" + encoded(value));
      }
    }
    return query.toString();
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
