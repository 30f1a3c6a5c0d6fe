package dev.tenure.cli.supervision;

import dev.tenure.cli.home.ProcessRecord;
import dev.tenure.cli.home.Processes;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.terminal.Console;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** What a supervisor that was killed left running. */
public final class OrphanProcesses {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The engine before what it stands on. */
  private static final List<String> ORDER =
      List.of("worker", "api", "sandbox", "temporal", "database");

  private final Records records;
  private final Console console;

  public OrphanProcesses(Records records, Console console) {
    this.records = records;
    this.console = console;
  }

  /** Stops every process that is recorded, still runs and is really ours. Returns how many. */
  public int stop() {
    var stopped = 0;
    for (var process : inOrder()) {
      var handle = process.alive();
      if (handle.isPresent()) {
        console.say("Stopping " + process.name() + ", pid " + process.pid());
        Processes.end(handle.get(), PATIENCE);
        stopped++;
      }
      records.forget(process);
    }
    return stopped;
  }

  private List<ProcessRecord> inOrder() {
    return records.processes().stream()
        .sorted(Comparator.comparingInt(p -> ORDER.indexOf(p.name())))
        .toList();
  }
}
