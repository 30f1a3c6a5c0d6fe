package dev.tenure.cli.http;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies that the environment names: {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code
 * ALL_PROXY} as {@code http://[USER:PASSWORD@]HOST[:PORT]}, and in {@code NO_PROXY} what is called
 * without one: host names with all below them, addresses, {@code *}. Names in small letters come
 * first, as with curl. This machine itself is never called by a proxy.
 *
 * @param env holds them; they are read when something is to be called
 */
public record ProxyVariables(Environment env) {
  private static final int HTTP_PORT = 80;
  private static final Pattern LIST = Pattern.compile("[,\\s]+");

  /** The proxy of one kind of address, and the variable that names it. */
  public record Named(String variable, URI uri) {
    InetSocketAddress address() {
      return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? HTTP_PORT : uri.getPort());
    }

    /**
     * The value of {@code Proxy-Authorization}, where the variable holds a name and a password. An
     * {@link java.net.Authenticator} would be asked for the server's {@code 401} as well.
     */
    Optional<String> authorization() {
      return Optional.ofNullable(uri.getRawUserInfo())
          .map(account -> decoded(account).getBytes(StandardCharsets.UTF_8))
          .map(account -> "Basic " + Base64.getEncoder().encodeToString(account));
    }

    private static String decoded(String part) {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }

  /** No proxy at all, as for what runs on this machine. */
  public static ProxyVariables none() {
    return new ProxyVariables(new Environment(Map.of()));
  }

  /**
   * The proxy to call an address by.
   *
   * @throws Refused when the variable names none that can be used
   */
  public Optional<Named> proxyOf(URI address) {
    var host = address.getHost().toLowerCase(Locale.ROOT);
    if (isThisMachine(host) || isExcepted(host, address.getPort())) {
      return Optional.empty();
    }
    var scheme = address.getScheme().toLowerCase(Locale.ROOT);
    return Stream.of(scheme + "_proxy", "all_proxy")
        .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
        .filter(name -> env.get(name).isPresent())
        .findFirst()
        .map(name -> named(name, env.get(name, "").strip()));
  }

  /** A client that calls each address, redirections included, by its proxy. */
  public HttpClient.Builder client() {
    return HttpClient.newBuilder().proxy(new Selector());
  }

  /**
   * A request that shows its proxy the account that it wants.
   *
   * @throws Refused when the variable names no proxy that can be used
   */
  public HttpRequest.Builder request(URI address) {
    var request = HttpRequest.newBuilder(address);
    proxyOf(address)
        .flatMap(Named::authorization)
        .ifPresent(account -> request.header("Proxy-Authorization", account));
    return request;
  }

  private static Named named(String variable, String value) {
    try {
      var uri = new URI(value.contains("://") ? value : "http://" + value);
      if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        return new Named(variable, uri);
      }
    } catch (URISyntaxException e) {
      throw Refused.usage(variable + " cannot be read; write http://HOST:PORT", e);
    }
    throw Refused.usage(
        variable
            + " names a proxy that this program cannot use; write http://HOST:PORT, or list the"
            + " address in NO_PROXY");
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || isOwnAddress(host);
  }

  private static boolean isOwnAddress(String host) {
    try {
      var literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      return NetworkInterface.getByInetAddress(InetAddress.ofLiteral(literal)) != null;
    } catch (IllegalArgumentException | SocketException e) {
      // A name is not looked up: only a proxy may know it.
      return false;
    }
  }

  private boolean isExcepted(String host, int port) {
    var list = env.get("no_proxy").or(() -> env.get("NO_PROXY")).orElse("");
    return LIST.splitAsStream(list.toLowerCase(Locale.ROOT))
        .filter(one -> !one.isEmpty())
        .map(one -> one.startsWith("*.") ? one.substring(2) : one)
        .map(one -> one.startsWith(".") ? one.substring(1) : one)
        .anyMatch(
            one ->
                one.equals("*")
                    || one.equals(host)
                    || one.equals(host + ":" + port)
                    || host.endsWith("." + one)
                    || host.equals("[" + one + "]"));
  }

  private final class Selector extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      return List.of(
          proxyOf(uri)
              .map(named -> new Proxy(Proxy.Type.HTTP, named.address()))
              .orElse(Proxy.NO_PROXY));
    }

    /** The caller is told by the failed call itself. */
    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {}
  }
}
