package dev.tenure.cli.temporal;

import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.program.Programs;
import dev.tenure.cli.terminal.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Temporal's development server, tuned: its stock settings cost 98 ms per step instead of 8. */
public final class TemporalServer {
  private TemporalServer() {}

  /**
   * The command that runs it. The history queues of the one shard are read 20 times a second unless
   * told otherwise.
   */
  public static List<String> command(TemporalCli cli, Path folder, PortPlan ports) {
    var fixed =
        """
        server start-dev --ip 127.0.0.1 --ui-ip 127.0.0.1 --headless=false --log-level warn
        --port %d --ui-port %d --metrics-port %d --http-port %d
        --sqlite-pragma journal_mode=WAL --sqlite-pragma synchronous=NORMAL
        --dynamic-config-value history.timerProcessorMaxPollRPS=100
        --dynamic-config-value history.transferProcessorMaxPollRPS=100
        --dynamic-config-value system.enableActivityEagerExecution=true
        """
            .formatted(
                ports.of(Port.TEMPORAL),
                ports.of(Port.TEMPORAL_UI),
                ports.of(Port.TEMPORAL_METRICS),
                ports.of(Port.TEMPORAL_HTTP));
    var command = new ArrayList<>(Programs.command(cli.program(), fixed.split("\\s+")));
    command.addAll(List.of("--db-filename", new DatabaseFile(folder).path().toString()));
    return command;
  }

  /** Closed hires stay readable for 30 days; the server itself would forget them after one. */
  public static void keepHistories(TemporalCli cli, PortPlan ports, Console console) {
    var update =
        "operator namespace update --namespace default --retention 720h --address 127.0.0.1:%d"
            .formatted(ports.of(Port.TEMPORAL));
    var result = Programs.run(Programs.command(cli.program(), update.split(" ")));
    if (!result.succeeded()) {
      console.say("Temporal's retention could not be set to 30 days: " + result.lastLine());
    }
  }
}
