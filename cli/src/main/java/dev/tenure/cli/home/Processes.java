package dev.tenure.cli.home;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Processes of this user that need not be children of ours. */
public final class Processes {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private Processes() {}

  /**
   * Of a dead process that nobody has collected yet, as in a container without an init, only the
   * number is left and not the command; it counts as ended.
   */
  public static boolean runs(ProcessHandle handle) {
    return handle.isAlive() && handle.info().command().isPresent();
  }

  public static boolean endsWithin(ProcessHandle handle, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    while (runs(handle)) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return true;
  }

  /** Asks it to end, and kills it when it does not within the time given. */
  public static void end(ProcessHandle handle, Duration patience) {
    handle.destroy();
    if (!endsWithin(handle, patience)) {
      handle.destroyForcibly();
      endsWithin(handle, patience);
    }
  }
}
