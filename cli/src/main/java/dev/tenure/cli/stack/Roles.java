package dev.tenure.cli.stack;

import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.network.Probe;
import java.util.List;

/** Where each role listens, and how it is asked whether it serves. */
final class Roles {
  private Roles() {}

  /** Every port that it listens on, its own first. */
  static List<Port> ports(String role) {
    return switch (role) {
      case "api" -> List.of(Port.API);
      case "worker" -> List.of(Port.WORKER);
      case "sandbox" -> List.of(Port.SANDBOX, Port.OPENCONTRACT);
      case "database" -> List.of(Port.DATABASE);
      case "temporal" ->
          List.of(Port.TEMPORAL, Port.TEMPORAL_UI, Port.TEMPORAL_METRICS, Port.TEMPORAL_HTTP);
      default -> List.of();
    };
  }

  static Probe probe(String role, PortPlan ports) {
    return switch (role) {
      case "database" -> Probe.postgres(ports.of(Port.DATABASE));
      case "temporal" -> Probe.http(ports.url(Port.TEMPORAL_HTTP) + "/api/v1/namespaces/default");
      default ->
          ports(role).stream()
              .findFirst()
              .<Probe>map(port -> Probe.http(ports.url(port) + "/health/readiness"))
              .orElse(() -> false);
    };
  }
}
