package dev.tenure.cli.network;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;

/**
 * Which port is whose.
 *
 * @param base {@code TENURE_PORT_BASE}; a stack uses nothing outside base to base + 20
 */
public record PortPlan(int base) {
  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65535 - 20;

  public PortPlan {
    if (base < LOWEST || base > HIGHEST) {
      throw new Refused(
          "TENURE_PORT_BASE must lie between " + LOWEST + " and " + HIGHEST + ", not at " + base);
    }
  }

  public static PortPlan of(Environment env) {
    var base = env.get("TENURE_PORT_BASE", "8800");
    try {
      return new PortPlan(Integer.parseInt(base.strip()));
    } catch (NumberFormatException e) {
      throw new Refused("TENURE_PORT_BASE is not a number: " + base, e);
    }
  }

  public int of(Port port) {
    return base + port.distance();
  }

  /** The origin of an HTTP port, without a path. */
  public String url(Port port) {
    return "http://127.0.0.1:" + of(port);
  }
}
