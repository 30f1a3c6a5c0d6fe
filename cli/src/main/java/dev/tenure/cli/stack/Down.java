package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.LogFile;
import dev.tenure.cli.home.ProcessRecord;
import dev.tenure.cli.home.Processes;
import dev.tenure.cli.home.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stops the stack of a home, whoever started it and however that one ended. */
public final class Down {
  private static final Duration DATABASE_WITHIN = Duration.ofMinutes(2);
  private static final Duration SUPERVISOR_WITHIN = Duration.ofMinutes(2);

  private static final Duration ORPHAN_WITHIN = Duration.ofSeconds(20);

  /** The engine before what it stands on. */
  private static final List<String> ORDER =
      List.of("worker", "api", "sandbox", "temporal", "database");

  private final StackPlan plan;
  private final Records records;

  public Down(StackPlan plan) {
    this.plan = plan;
    this.records = plan.records();
  }

  /** Returns whether there was anything to stop. */
  public boolean run() {
    var running = records.runningStack().flatMap(stack -> stack.supervisor().alive());
    running.ifPresent(this::stopSupervisor);
    return stopOrphans() || running.isPresent();
  }

  /** Stops what a killed supervisor left behind. Returns whether there was anything. */
  boolean stopOrphans() {
    var left = new ArrayList<>(records.processes());
    left.sort(Comparator.comparingInt(process -> ORDER.indexOf(process.name())));
    for (var process : left) {
      process.alive().ifPresent(handle -> stop(process, handle));
      records.forget(process);
    }
    if (!left.isEmpty()) {
      stopDatabase();
    }
    records.forgetStack();
    return !left.isEmpty();
  }

  private void stop(ProcessRecord process, ProcessHandle handle) {
    plan.console().say("Stopping " + process.name() + ", pid " + process.pid());
    Processes.end(handle, ORPHAN_WITHIN);
  }

  private void stopSupervisor(ProcessHandle supervisor) {
    plan.console().say("Stopping the stack, pid " + supervisor.pid());
    supervisor.destroy();
    if (!Processes.endsWithin(supervisor, SUPERVISOR_WITHIN)) {
      plan.console().say("It does not stop: killed");
      Processes.end(supervisor, Duration.ofSeconds(5));
    }
  }

  /** PostgreSQL outlives a database process that was killed; only that role knows how to end it. */
  private void stopDatabase() {
    var data = plan.home().data("database");
    if (!Files.isDirectory(data)) {
      return;
    }
    var builder = new ProcessBuilder(plan.distribution().command("database", "stop"));
    builder.directory(plan.distribution().folder().toFile());
    builder.environment().put("TENURE_DB_DATA", data.toString());
    try {
      var log = new LogFile(plan.home().log("database"));
      var stopping = builder.redirectErrorStream(true).redirectOutput(log.open()).start();
      if (!stopping.waitFor(DATABASE_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        stopping.destroyForcibly();
        throw new Refused(
            "PostgreSQL did not stop within %d s; see %s"
                .formatted(DATABASE_WITHIN.toSeconds(), plan.home().log("database")));
      }
    } catch (IOException e) {
      throw new Refused("PostgreSQL could not be stopped: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
