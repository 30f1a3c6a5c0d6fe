package dev.tenure.cli.stack;

import dev.tenure.cli.network.Port;
import dev.tenure.cli.supervision.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the user is told once everything serves. */
final class StackSummary {
  private StackSummary() {}

  static List<String> lines(StackPlan plan) {
    var ports = plan.ports();
    var lines = new ArrayList<String>();
    lines.add("Tenure is up.");
    lines.add("  pages            " + ports.url(Port.API) + "/");
    lines.add("  api              " + ports.url(Port.API) + "/v1/hires");
    lines.add("  approvals        " + ports.url(Port.API) + "/v1/approvals?status=pending");
    if (ports.isOnAllAddresses(Port.API)) {
      lines.add("                   from elsewhere: the same on any address of this machine");
    }
    if (plan.marketplace().sandbox()) {
      lines.add("  sandbox          " + plan.marketplace().url());
      lines.add("  its OpenContract " + OpenContractVariables.sandboxUrl(ports));
    } else {
      lines.add("  marketplace      " + plan.marketplace().url() + " (the real one)");
    }
    if (plan.ownsTemporal()) {
      lines.add("  Temporal Web UI  " + ports.url(Port.TEMPORAL_UI));
    }
    lines.add("  data and logs    " + plan.home().folder());
    return List.copyOf(lines);
  }

  static String names(List<Service> services) {
    return services.stream().map(Service::name).collect(Collectors.joining(", "));
  }
}
