package dev.tenure.activities.http;

import io.micronaut.http.client.HttpClientConfiguration;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which connections go through a proxy, by the variables that most programs know: {@code
 * HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}, in capitals or not. A
 * proxy is asked for a tunnel ({@code CONNECT}), also for plain HTTP. This machine itself is always
 * reached directly.
 */
public final class HttpProxies extends ProxySelector {

  /** No proxy for anybody. */
  public static final HttpProxies NONE = new HttpProxies(null, null, List.of());

  private static final int USUAL_PORT = 80;

  private final @Nullable Gateway https;
  private final @Nullable Gateway http;
  private final List<String> direct;

  /** A proxy as its variable names it. */
  private record Gateway(InetSocketAddress address, @Nullable String user, String password) {}

  private HttpProxies(@Nullable Gateway https, @Nullable Gateway http, List<String> direct) {
    this.https = https;
    this.http = http;
    this.direct = direct;
  }

  /**
   * Reads the variables.
   *
   * @throws IllegalArgumentException with words that name the variable
   */
  static HttpProxies of(Map<String, String> environment) {
    @Nullable Gateway all = gateway("ALL_PROXY", environment);
    @Nullable Gateway https = orElse(gateway("HTTPS_PROXY", environment), all);
    @Nullable Gateway http = orElse(gateway("HTTP_PROXY", environment), all);
    if (https != null
        && http != null
        && https.user() != null
        && http.user() != null
        && !(https.user() + https.password()).equals(http.user() + http.password())) {
      throw new IllegalArgumentException(
          "HTTPS_PROXY and HTTP_PROXY name different users: give both the same one");
    }
    List<String> direct = new ArrayList<>();
    for (String part : text("NO_PROXY", environment).orElse("").split("[,\\s]+", -1)) {
      String entry = part.toLowerCase(Locale.ROOT);
      if (!entry.isEmpty()) {
        direct.add(entry.startsWith(".") ? entry.substring(1) : entry);
      }
    }
    return new HttpProxies(https, http, List.copyOf(direct));
  }

  private static @Nullable Gateway orElse(@Nullable Gateway own, @Nullable Gateway all) {
    return own == null ? all : own;
  }

  private static Optional<String> text(String variable, Map<String, String> environment) {
    return Optional.ofNullable(environment.get(variable.toLowerCase(Locale.ROOT)))
        .filter(text -> !text.isBlank())
        .or(() -> Optional.ofNullable(environment.get(variable)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static @Nullable Gateway gateway(String variable, Map<String, String> environment) {
    Optional<String> text = text(variable, environment);
    if (text.isEmpty()) {
      return null;
    }
    URI uri = uri(variable, text.get().contains("://") ? text.get() : "http://" + text.get());
    if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      throw refused(variable);
    }
    @Nullable String[] login =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    return new Gateway(
        InetSocketAddress.createUnresolved(
            uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort()),
        login.length == 0 ? null : decoded(login[0]),
        login.length < 2 ? "" : decoded(login[1]));
  }

  private static String decoded(@Nullable String text) {
    return URLDecoder.decode(String.valueOf(text).replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static URI uri(String variable, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw refused(variable);
    }
  }

  /** Without its value, which may hold a password. */
  private static IllegalArgumentException refused(String variable) {
    return new IllegalArgumentException(
        variable
            + " is no address of a proxy that is understood: give http://HOST:PORT, with USER:"
            + "PASSWORD@ before the host where it asks for them");
  }

  /** Makes a client go this way. */
  void applyTo(HttpClientConfiguration configuration) {
    configuration.setProxySelector(this);
    for (@Nullable Gateway gateway : new @Nullable Gateway[] {https, http}) {
      if (gateway != null && gateway.user() != null) {
        configuration.setProxyUsername(gateway.user());
        configuration.setProxyPassword(gateway.password());
      }
    }
  }

  @Override
  public List<Proxy> select(URI uri) {
    @Nullable Gateway gateway = "https".equalsIgnoreCase(uri.getScheme()) ? https : http;
    return gateway == null || uri.getHost() == null || isDirect(uri)
        ? List.of(Proxy.NO_PROXY)
        : List.of(new Proxy(Proxy.Type.HTTP, gateway.address()));
  }

  private boolean isDirect(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return Hosts.isThisMachine(bare)
        || direct.stream()
            .anyMatch(
                entry ->
                    entry.equals("*")
                        || entry.equals(bare)
                        || entry.equals(host + ":" + uri.getPort())
                        || bare.endsWith("." + entry));
  }

  /** Micronaut reports the failure of a connection to whoever asked for it. */
  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
}
