package dev.tenure.cli.supervision;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.terminal.Console;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Waits for services that start side by side, and tells of each one when it serves. */
record Readiness(Console console, Duration within) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  void await(List<ChildProcess> started) {
    var begun = System.nanoTime();
    var waiting = new ArrayList<>(started);
    while (!waiting.isEmpty()) {
      for (var child : List.copyOf(waiting)) {
        if (child.becameReady()) {
          waiting.remove(child);
          console.say(
              "  %-9s ready after %.1f s".formatted(child.service().name(), since(begun) / 1e9));
        }
      }
      if (!waiting.isEmpty()) {
        refuseIfLate(waiting.getFirst(), begun);
        pause();
      }
    }
  }

  private void refuseIfLate(ChildProcess child, long begun) {
    if (since(begun) > within.toNanos()) {
      var name = child.service().name();
      throw new Refused(
          name + " was not ready within " + within.toSeconds() + " s." + child.lastWords());
    }
  }

  /** The other process cannot tell us, so it is asked again after a moment. */
  private static void pause() {
    LockSupport.parkNanos(LOOK_EVERY.toNanos());
    if (Thread.currentThread().isInterrupted()) {
      throw new Refused("Interrupted while the stack was starting");
    }
  }

  private static long since(long nanos) {
    return System.nanoTime() - nanos;
  }
}
