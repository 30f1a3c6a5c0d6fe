package dev.tenure.cli.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.ProcessRecord;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.home.StackRecord;
import dev.tenure.cli.network.PortPlan;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the stack of a home is, as programs read it.
 *
 * @param home its folder
 * @param up whether its supervisor lives
 * @param ready whether every process serves
 * @param marketplace the origin of the marketplace that it drives, while it is up
 * @param sandbox whether that is its own sandbox
 * @param roles every process that it has started, in the order of their names
 * @param leftBehind the roles that still run although it is not up
 */
public record Status(
    String home,
    boolean up,
    boolean ready,
    @Nullable String marketplace,
    @Nullable Boolean sandbox,
    List<Role> roles,
    List<String> leftBehind) {

  /** One process. */
  public record Role(
      String role, @Nullable Long pid, @Nullable Integer port, Health health, String log) {}

  /** What is known of a role. */
  public enum Health {
    READY,
    NOT_READY,
    DEAD;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String words() {
      return wire().replace('_', ' ');
    }
  }

  public static Status of(Home home) {
    var records = new Records(home);
    var folder = home.folder().toString();
    return records
        .runningStack()
        .map(stack -> ofStack(stack, home, records))
        .orElseGet(
            () -> new Status(folder, false, false, null, null, List.of(), records.leftBehind()));
  }

  private static Status ofStack(StackRecord stack, Home home, Records records) {
    var roles =
        records.processes().stream().map(process -> of(process, home, stack.ports())).toList();
    return new Status(
        home.folder().toString(),
        true,
        !roles.isEmpty() && roles.stream().allMatch(role -> role.health() == Health.READY),
        stack.marketplace(),
        stack.sandbox(),
        roles,
        List.of());
  }

  private static Role of(ProcessRecord process, Home home, PortPlan ports) {
    var name = process.name();
    var pid = process.alive().map(ProcessHandle::pid);
    var health =
        pid.isEmpty()
            ? Health.DEAD
            : Roles.probe(name, ports).isReady() ? Health.READY : Health.NOT_READY;
    return new Role(
        name,
        pid.orElse(null),
        Roles.ports(name).stream().findFirst().map(ports::of).orElse(null),
        health,
        home.log(name).toString());
  }
}
