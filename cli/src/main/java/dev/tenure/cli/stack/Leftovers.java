package dev.tenure.cli.stack;

import dev.tenure.cli.Console;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a supervisor that was killed left running. */
final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The engine before what it stands on. */
  private static final List<String> ORDER =
      List.of("worker", "api", "sandbox", "temporal", "database");

  private final Records records;
  private final Console console;

  Leftovers(Records records, Console console) {
    this.records = records;
    this.console = console;
  }

  /** Stops every process that is recorded, still runs and is really ours. Returns how many. */
  int stop() {
    var stopped = 0;
    for (var process : inOrder()) {
      var handle = process.alive();
      if (handle.isPresent()) {
        console.say("Stopping " + process.name() + ", pid " + process.pid());
        end(handle.get(), PATIENCE);
        stopped++;
      }
      records.forget(process);
    }
    return stopped;
  }

  static void end(ProcessHandle handle, Duration patience) {
    handle.destroy();
    if (!endsWithin(handle, patience)) {
      handle.destroyForcibly();
      endsWithin(handle, patience);
    }
  }

  static boolean endsWithin(ProcessHandle handle, Duration patience) {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("The end of a process cannot fail", e);
    }
  }

  private List<ProcessRecord> inOrder() {
    return records.processes().stream()
        .sorted(java.util.Comparator.comparingInt(p -> ORDER.indexOf(p.name())))
        .toList();
  }
}
