package dev.tenure.lifecycle.call;

import java.time.Instant;

/**
 * A call under way.
 *
 * @param startTick the hire's count of observations when it was started: it orders looks
 * @param stopping whether it was asked to stop and has not come back yet
 */
public record RunningCall<C extends RemoteCall<C>>(
    C call, long startTick, Instant startedAt, boolean stopping) {

  /** The same call, once it was asked to stop. */
  public RunningCall<C> asStopping() {
    return new RunningCall<>(call, startTick, startedAt, true);
  }
}
