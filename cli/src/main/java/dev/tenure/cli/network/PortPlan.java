package dev.tenure.cli.network;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import java.util.Set;

/**
 * Which port is whose, and on which address of this machine each one listens.
 *
 * @param base {@code TENURE_PORT_BASE}; a stack uses nothing outside base to base + 20
 * @param apiHost {@code TENURE_API_HOST}: a host name or an address, perhaps that of all addresses
 * @param workerHost {@code TENURE_WORKER_HOST}, in the same way
 */
public record PortPlan(int base, String apiHost, String workerHost) {
  public static final String LOOPBACK = "127.0.0.1";

  private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");
  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65535 - 20;

  public PortPlan {
    if (base < LOWEST || base > HIGHEST) {
      throw Refused.usage(
          "TENURE_PORT_BASE must lie between " + LOWEST + " and " + HIGHEST + ", not at " + base);
    }
  }

  /** Everything listens on the loopback address. */
  public PortPlan(int base) {
    this(base, LOOPBACK, LOOPBACK);
  }

  public static PortPlan of(Environment env) {
    var base = env.get("TENURE_PORT_BASE", "8800");
    try {
      return new PortPlan(
          Integer.parseInt(base.strip()),
          env.get("TENURE_API_HOST", LOOPBACK).strip(),
          env.get("TENURE_WORKER_HOST", LOOPBACK).strip());
    } catch (NumberFormatException e) {
      throw Refused.usage("TENURE_PORT_BASE is not a number: " + base, e);
    }
  }

  public int of(Port port) {
    return base + port.distance();
  }

  /** Where a port listens. */
  public String host(Port port) {
    return switch (port) {
      case API -> apiHost;
      case WORKER -> workerHost;
      default -> LOOPBACK;
    };
  }

  /** Whether a port listens on every address of this machine. */
  public boolean isOnAllAddresses(Port port) {
    return ALL_ADDRESSES.contains(host(port));
  }

  /** The origin by which this machine itself calls an HTTP port, without a path. */
  public String url(Port port) {
    var host = isOnAllAddresses(port) ? LOOPBACK : host(port);
    var authority = host.contains(":") ? "[" + host.replace("%", "%25") + "]" : host;
    return "http://" + authority + ":" + of(port);
  }
}
