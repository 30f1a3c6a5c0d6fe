package dev.tenure.cli.front;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.home.RunningStacks;
import dev.tenure.cli.home.StackRecord;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.network.BusyPorts;
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

  /**
   * {@code --url}, else {@code TENURE_URL}, else the api of the stack that runs in this {@code
   * TENURE_HOME}: whoever else listens at its port is never taken for it.
   *
   * @throws Refused when what is named cannot be an address, or contradicts itself
   * @throws UnreachableException when none is named and no stack runs here
   */
  public static FrontAddress of(Environment env, @Nullable String named) {
    var origin =
        Optional.ofNullable(named)
            .or(() -> env.get("TENURE_URL"))
            .map(url -> checked(url.strip()))
            .orElseGet(() -> ownStack(env).url(Port.API));
    return new FrontAddress(origin, key(env));
  }

  /** The api of a stack on this machine, with the first of the keys that it was given. */
  public static FrontAddress ofStack(Environment env, PortPlan ports) {
    return new FrontAddress(ports.url(Port.API), ownKey(env));
  }

  private static PortPlan ownStack(Environment env) {
    var home = new Home(env.home());
    var records = new Records(home);
    var asked = PortPlan.of(env);
    var ports =
        records
            .servingStack()
            .map(StackRecord::ports)
            .orElseThrow(() -> UnreachableException.nothingSent(noneHere(env, home, asked)));
    if (env.get("TENURE_PORT_BASE").isPresent() && asked.base() != ports.base()) {
      throw Refused.usage(
          "The stack of TENURE_HOME=%s listens from port %d, and TENURE_PORT_BASE says %d%s."
                  .formatted(home.folder(), ports.base(), asked.base(), owner(env, asked))
              + " Unset TENURE_PORT_BASE, or set the TENURE_HOME that belongs to it");
    }
    if (!records.runs("api")) {
      throw UnreachableException.nothingSent(
          "The api of TENURE_HOME=" + home.folder() + " does not run now. See: tenure status");
    }
    return ports;
  }

  private static String noneHere(Environment env, Home home, PortPlan ports) {
    var none = "No stack runs in TENURE_HOME=" + home.folder() + ". ";
    var other = new RunningStacks(env).at(ports.base());
    if (other.isPresent()) {
      return none
          + "The one at %s belongs to TENURE_HOME=%s: set that to use it, or name it by --url"
              .formatted(ports.url(Port.API), other.get().folder());
    }
    return none
        + (BusyPorts.isBusy(ports, Port.API)
            ? "Whoever listens at %1$s is another; if you mean it, name it: --url %1$s"
                .formatted(ports.url(Port.API))
            : "Start it with: tenure up, or name another front by TENURE_URL or --url");
  }

  private static String owner(Environment env, PortPlan ports) {
    return new RunningStacks(env)
        .at(ports.base())
        .map(home -> ", where the stack of TENURE_HOME=" + home.folder() + " is")
        .orElse("");
  }

  private static String checked(String origin) {
    try {
      var uri = new URI(origin);
      if (uri.getHost() == null || !("" + uri.getScheme()).matches("https?")) {
        throw Refused.usage(
            "TENURE_URL (or --url) must be like http://127.0.0.1:8800, not " + origin);
      }
    } catch (URISyntaxException e) {
      throw Refused.usage("TENURE_URL (or --url) cannot be read: " + origin, e);
    }
    return origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
  }

  /** Else the first of the keys that the api itself was given, when it runs on this machine. */
  private static Optional<String> key(Environment env) {
    return env.secret("TENURE_API_KEY").or(() -> ownKey(env));
  }

  private static Optional<String> ownKey(Environment env) {
    return env.secret("TENURE_API_KEYS")
        .map(keys -> keys.split(",", 2)[0])
        .map(named -> named.substring(named.indexOf(':') + 1).strip());
  }
}
