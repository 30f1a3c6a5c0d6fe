package dev.tenure.cli.stack;

import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.network.Probe;
import java.util.Optional;

/** Where each role listens, and how it is asked whether it serves. */
final class Roles {
  private Roles() {}

  static Optional<Port> port(String role) {
    return switch (role) {
      case "api" -> Optional.of(Port.API);
      case "worker" -> Optional.of(Port.WORKER);
      case "sandbox" -> Optional.of(Port.SANDBOX);
      case "database" -> Optional.of(Port.DATABASE);
      case "temporal" -> Optional.of(Port.TEMPORAL);
      default -> Optional.empty();
    };
  }

  static Probe probe(String role, PortPlan ports) {
    return switch (role) {
      case "database" -> Probe.postgres(ports.of(Port.DATABASE));
      case "temporal" -> Probe.http(ports.url(Port.TEMPORAL_HTTP) + "/api/v1/namespaces/default");
      default ->
          port(role)
              .map(port -> Probe.http(ports.url(port) + "/health/readiness"))
              .orElse(() -> false);
    };
  }
}
