package dev.tenure.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.home.StackRecord;
import dev.tenure.cli.option.OutputOptions;
import dev.tenure.cli.stack.Status;
import dev.tenure.cli.stack.Status.Health;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    description =
        "Shows every process of this TENURE_HOME. Exit code 0: all of them serve; 1: some do not;"
            + " 3: nothing runs.")
final class StatusCommand implements Callable<Integer> {
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    var home = new Home(Environment.ofThisProcess().home());
    var records = new Records(home);
    var stack = records.runningStack();
    var roles = stack.map(up -> Status.of(home, up.ports())).orElse(List.of());
    var left = stack.isPresent() ? List.<String>of() : records.leftBehind();
    output.printOwn(
        json(home, stack, roles, left), screen -> print(screen, home, stack, roles, left));
    if (stack.isEmpty()) {
      return ExitCode.UNAVAILABLE;
    }
    return allReady(roles) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void print(
      Screen screen,
      Home home,
      Optional<StackRecord> stack,
      List<Status> roles,
      List<String> left) {
    if (stack.isEmpty()) {
      screen.line(
          left.isEmpty()
              ? "Tenure is not up in TENURE_HOME=" + home.folder()
              : "The supervisor is gone, and these still run: "
                  + String.join(", ", left)
                  + ". Stop them with: tenure down");
      return;
    }
    screen.table(
        new Table<Status>()
            .left("ROLE", Status::role)
            .left("PID", role -> role.pid().map(String::valueOf).orElse("-"))
            .left("PORT", role -> role.port().map(String::valueOf).orElse("-"))
            .left("HEALTH", role -> wire(role.health()).replace('_', ' ')),
        roles);
    screen.line(
        "Marketplace: " + stack.get().marketplace() + (stack.get().sandbox() ? " (sandbox)" : ""));
    screen.line("Logs: " + home.log("ROLE"));
  }

  private static String json(
      Home home, Optional<StackRecord> stack, List<Status> roles, List<String> left) {
    var document = JsonNodeFactory.instance.objectNode();
    document.put("home", home.folder().toString());
    document.put("up", stack.isPresent());
    document.put("ready", stack.isPresent() && allReady(roles));
    document.put("marketplace", stack.map(StackRecord::marketplace).orElse(null));
    document.put("sandbox", stack.map(StackRecord::sandbox).orElse(null));
    var all = document.putArray("roles");
    roles.forEach(role -> all.add(json(role)));
    var orphans = document.putArray("leftBehind");
    left.forEach(orphans::add);
    return document.toString();
  }

  private static ObjectNode json(Status role) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("role", role.role())
        .put("pid", role.pid().orElse(null))
        .put("port", role.port().orElse(null))
        .put("health", wire(role.health()))
        .put("log", role.log());
  }

  private static boolean allReady(List<Status> roles) {
    return !roles.isEmpty() && roles.stream().allMatch(role -> role.health() == Health.READY);
  }

  private static String wire(Health health) {
    return health.name().toLowerCase(Locale.ROOT);
  }
}
