package dev.tenure.cli.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that we started, so that a later run can find it. A number alone may belong to another
 * program by then, so the moment of its start is kept with it.
 */
public record ProcessRecord(String name, long pid, Instant startedAt) {
  private static final Duration CLOCK_TICK = Duration.ofMillis(1500);

  public static ProcessRecord of(String name, ProcessHandle handle) {
    return new ProcessRecord(
        name, handle.pid(), handle.info().startInstant().orElseGet(Instant::now));
  }

  /** The process, if it still runs and is still the one that we started. */
  public Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid).filter(Processes::runs).filter(this::startedThen);
  }

  private boolean startedThen(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .map(start -> Duration.between(startedAt, start).abs().compareTo(CLOCK_TICK) <= 0)
        .orElse(false);
  }
}
