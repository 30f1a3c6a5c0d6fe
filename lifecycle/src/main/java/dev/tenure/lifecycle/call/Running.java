package dev.tenure.lifecycle.call;

import java.time.Instant;

/**
 * A call under way.
 *
 * @param startTick the hire's count of observations when it was started: it orders looks
 * @param stopping whether it was asked to stop and has not come back yet
 */
public record Running(Call call, long startTick, Instant startedAt, boolean stopping) {

  /** The same call, once it was asked to stop. */
  public Running asStopping() {
    return new Running(call, startTick, startedAt, true);
  }
}
