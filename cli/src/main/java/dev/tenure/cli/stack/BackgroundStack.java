package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.FollowedLog;
import dev.tenure.cli.home.LogFile;
import dev.tenure.cli.home.Processes;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.home.StackRecord;
import dev.tenure.cli.supervision.DetachedProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** A stack whose supervisor is a process of its own and stays when the caller ends. */
public final class BackgroundStack {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final StackPlan plan;
  private final Records records;

  public BackgroundStack(StackPlan plan) {
    this.plan = plan;
    this.records = plan.records();
  }

  /** The running stack of the home, started if there is none, once every process serves. */
  public StackRecord ensureUp() {
    plan.home().prepare();
    var log = new FollowedLog(plan.home().log("supervisor"));
    var running = records.runningStack();
    var supervisor =
        running.flatMap(stack -> stack.supervisor().alive()).orElseGet(() -> launch(log));
    while (true) {
      log.newLines().forEach(plan.console()::say);
      var stack = records.runningStack().filter(StackRecord::ready);
      if (stack.isPresent()) {
        return stack.get();
      }
      if (!Processes.runs(supervisor)) {
        log.newLines().forEach(plan.console()::say);
        throw new Refused("The stack did not come up; see " + plan.home().log("supervisor"));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private ProcessHandle launch(FollowedLog log) {
    var environment = new TreeMap<>(plan.env().variables());
    environment.put("TENURE_HOME", plan.home().folder().toString());
    try {
      var process =
          DetachedProcess.start(
              plan.distribution().command("cli", "up"),
              plan.distribution().folder(),
              environment,
              new LogFile(plan.home().log("supervisor")));
      log.fromNowOn();
      return process.toHandle();
    } catch (IOException e) {
      throw new Refused("The stack could not be started: " + e.getMessage(), e);
    }
  }
}
