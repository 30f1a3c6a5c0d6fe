package dev.tenure.cli.stack;

import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.ProcessRecord;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.network.PortPlan;
import java.util.List;
import java.util.Optional;

/** One line of {@code tenure status}. */
public record Status(
    String role, Optional<Long> pid, Optional<Integer> port, Health health, String log) {

  /** What is known of a role. */
  public enum Health {
    READY,
    NOT_READY,
    DEAD
  }

  /** Every process that the stack of a home has started, in the order of their names. */
  public static List<Status> of(Home home, PortPlan ports) {
    return new Records(home).processes().stream().map(process -> of(process, home, ports)).toList();
  }

  private static Status of(ProcessRecord process, Home home, PortPlan ports) {
    var pid = process.alive().map(ProcessHandle::pid);
    var port = Roles.port(process.name());
    var health =
        pid.isEmpty()
            ? Health.DEAD
            : Roles.probe(process.name(), ports).isReady() ? Health.READY : Health.NOT_READY;
    return new Status(
        process.name(), pid, port.map(ports::of), health, home.log(process.name()).toString());
  }
}
