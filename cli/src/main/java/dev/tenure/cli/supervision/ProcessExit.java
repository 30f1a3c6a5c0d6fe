package dev.tenure.cli.supervision;

import java.time.Duration;

/** How the end of a process is told. */
final class ProcessExit {
  private static final int KILLED = 137;
  private static final int TERMINATED = 143;

  private ProcessExit() {}

  static String words(String service, int exit, Duration delay) {
    var how =
        switch (exit) {
          case KILLED -> "was killed";
          case TERMINATED -> "was told to stop by someone else";
          default -> "ended with exit code " + exit;
        };
    return "%s %s; it is started again in %.1f s".formatted(service, how, delay.toMillis() / 1e3);
  }
}
