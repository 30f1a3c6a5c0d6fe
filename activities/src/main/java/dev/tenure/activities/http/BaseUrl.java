package dev.tenure.activities.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a marketplace's API lives.
 *
 * @param origin scheme, host and port, without a slash at the end
 * @param path the API's own path below it, with a slash before and none after
 */
public record BaseUrl(String origin, String path) {

  /** Allows a token to leave over plain {@code http}, where the network between is trusted. */
  public static final String ALLOW_PLAIN_HTTP = "TENURE_ALLOW_PLAIN_HTTP";

  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

  /** Reads an origin that is reached encrypted, or is on this machine. */
  public static BaseUrl of(String text, String path) {
    return of(text, path, false);
  }

  /**
   * Reads an origin into its one normal form: lower case, no default port. A slash at the end and
   * the API's own path are forgiven.
   *
   * @param plainHttp whether {@code http} to another machine is allowed
   * @throws IllegalArgumentException with words for people where it is anything else
   */
  public static BaseUrl of(String text, String path, boolean plainHttp) {
    URI uri = checked(text, plainHttp);
    String below = below(uri);
    if (!below.isEmpty() && !below.equals(path)) {
      throw refused(text, "only the origin is wanted, without the path " + below);
    }
    return new BaseUrl(origin(uri), path);
  }

  /**
   * The same for an API that may stand below a path of its host, as behind a gateway: what is given
   * may end with the API's own path, or stop before it.
   *
   * @throws IllegalArgumentException with words for people where it is anything else
   */
  public static BaseUrl below(String text, String path, boolean plainHttp) {
    URI uri = checked(text, plainHttp);
    String below = below(uri);
    String before =
        below.endsWith(path) ? below.substring(0, below.length() - path.length()) : below;
    if (!PREFIX.matcher(before).matches()) {
      throw refused(text, "its path may hold letters, digits, and - . _ ~ between single slashes");
    }
    return new BaseUrl(origin(uri), before + path);
  }

  private static URI checked(String text, boolean plainHttp) {
    URI uri = parse(text.strip());
    String scheme = scheme(uri);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused(text, "it must begin with https:// or http://");
    }
    if (uri.getHost() == null) {
      throw refused(text, "it names no host");
    }
    if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
      throw refused(text, "it may carry neither user, query nor fragment");
    }
    if (scheme.equals("http") && !plainHttp && !Hosts.isThisMachine(bare(host(uri)))) {
      throw refused(
          text,
          "the token would leave this machine unencrypted. Use https, or set "
              + ALLOW_PLAIN_HTTP
              + "=true where the network between is trusted");
    }
    return uri;
  }

  private static String origin(URI uri) {
    int usual = scheme(uri).equals("https") ? 443 : 80;
    String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    return scheme(uri) + "://" + host(uri) + port;
  }

  private static String scheme(URI uri) {
    return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
  }

  private static String host(URI uri) {
    return uri.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
  }

  private static String below(URI uri) {
    return uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** The address of one call. */
  public URI resolve(String callPath) {
    return URI.create(origin + path + callPath);
  }

  private static URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not an address", e);
    }
  }

  private static IllegalArgumentException refused(String text, String why) {
    return new IllegalArgumentException("\"" + text + "\" cannot be used: " + why);
  }
}
