package dev.tenure.cli;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.option.OutputOptions;
import dev.tenure.cli.stack.Status;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    var status = Status.of(home);
    output.printOwn(
        JsonClient.JSON.valueToTree(status).toString(), screen -> print(screen, status, home));
    if (!status.up()) {
      return ExitCode.UNAVAILABLE;
    }
    return status.ready() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void print(Screen screen, Status status, Home home) {
    if (!status.up()) {
      screen.line(
          status.leftBehind().isEmpty()
              ? "Tenure is not up in TENURE_HOME=" + status.home()
              : "The supervisor is gone, and these still run: "
                  + String.join(", ", status.leftBehind())
                  + ". Stop them with: tenure down");
      return;
    }
    screen.table(
        new Table<Status.Role>()
            .left("ROLE", Status.Role::role)
            .left("PID", role -> orDash(role.pid()))
            .left("PORT", role -> orDash(role.port()))
            .left("HEALTH", role -> role.health().words()),
        status.roles());
    screen.line(
        "Marketplace: "
            + status.marketplace()
            + (Boolean.TRUE.equals(status.sandbox()) ? " (sandbox)" : ""));
    screen.line("Logs: " + home.log("ROLE"));
  }

  private static String orDash(@Nullable Number number) {
    return number == null ? "-" : number.toString();
  }
}
