package dev.tenure.cli.front;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the front is and what opens it.
 *
 * @param origin scheme, host and port, perhaps with a path before {@code /v1}
 * @param key the API key to show, if there is one
 */
public record FrontAddress(String origin, Optional<String> key) {

  /** {@code --url}, else {@code TENURE_URL}, else the api of the stack on this machine. */
  public static FrontAddress of(Environment env, @Nullable String named) {
    String origin =
        Optional.ofNullable(named)
            .or(() -> env.get("TENURE_URL"))
            .orElseGet(() -> PortPlan.of(env).url(Port.API));
    return new FrontAddress(checked(origin.strip()), key(env));
  }

  /** The api of a stack on this machine, with the first of the keys that it was given. */
  public static FrontAddress ofStack(Environment env, PortPlan ports) {
    return new FrontAddress(ports.url(Port.API), ownKey(env));
  }

  private static String checked(String origin) {
    try {
      var uri = new URI(origin);
      if (uri.getHost() == null || !("" + uri.getScheme()).matches("https?")) {
        throw new Refused(
            "TENURE_URL (or --url) must be like http://127.0.0.1:8800, not " + origin);
      }
    } catch (URISyntaxException e) {
      throw new Refused("TENURE_URL (or --url) cannot be read: " + origin, e);
    }
    return origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
  }

  /** Else the first of the keys that the api itself was given, when it runs on this machine. */
  private static Optional<String> key(Environment env) {
    return env.get("TENURE_API_KEY").or(() -> ownKey(env));
  }

  private static Optional<String> ownKey(Environment env) {
    return env.get("TENURE_API_KEYS")
        .map(keys -> keys.split(",", 2)[0])
        .map(named -> named.substring(named.indexOf(':') + 1).strip());
  }
}
