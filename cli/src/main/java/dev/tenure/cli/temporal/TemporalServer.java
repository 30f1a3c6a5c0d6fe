package dev.tenure.cli.temporal;

import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.program.Programs;
import dev.tenure.cli.terminal.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Temporal's development server, tuned: its stock settings cost 98 ms per step instead of 8. */
public final class TemporalServer {
  private static final String RETENTION = "720h";

  /** The history queues of the one shard are read 20 times a second unless told otherwise. */
  private static final Map<String, String> DYNAMIC =
      Map.of(
          "history.transferProcessorMaxPollRPS", "100",
          "history.timerProcessorMaxPollRPS", "100",
          "system.enableActivityEagerExecution", "true");

  private TemporalServer() {}

  public static List<String> command(TemporalCli cli, Path folder, PortPlan ports) {
    var fixed =
        Stream.of(
            cli.program().toString(),
            "server",
            "start-dev",
            "--ip",
            "127.0.0.1",
            "--ui-ip",
            "127.0.0.1",
            "--headless=false",
            "--log-level",
            "warn",
            "--db-filename",
            new DatabaseFile(folder).path().toString(),
            "--port",
            port(ports, Port.TEMPORAL),
            "--ui-port",
            port(ports, Port.TEMPORAL_UI),
            "--metrics-port",
            port(ports, Port.TEMPORAL_METRICS),
            "--http-port",
            port(ports, Port.TEMPORAL_HTTP),
            "--sqlite-pragma",
            "journal_mode=WAL",
            "--sqlite-pragma",
            "synchronous=NORMAL");
    var dynamic =
        DYNAMIC.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(e -> Stream.of("--dynamic-config-value", e.getKey() + "=" + e.getValue()));
    return Stream.concat(fixed, dynamic).toList();
  }

  /** Closed hires stay readable for 30 days; the server itself would forget them after one. */
  public static void keepHistories(TemporalCli cli, PortPlan ports, Console console) {
    var result =
        Programs.run(
            Programs.command(
                cli.program(),
                "operator",
                "namespace",
                "update",
                "--namespace",
                "default",
                "--retention",
                RETENTION,
                "--address",
                "127.0.0.1:" + ports.of(Port.TEMPORAL)));
    if (!result.succeeded()) {
      console.say("Temporal's retention could not be set to 30 days: " + result.lastLine());
    }
  }

  private static String port(PortPlan ports, Port port) {
    return Integer.toString(ports.of(port));
  }
}
