package dev.tenure.activities.opentrain;

import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a call of the fast phase has been tried, all its attempts and the pauses between them
 * together. The hire counts attempts, which is about two minutes of a marketplace that refuses at
 * once; of one that hangs it would be nine, so the time is looked at as well.
 */
final class Trial {

  static final Duration LONG_ENOUGH = Duration.ofSeconds(115);

  /** A worker that was away for long is no outage of the marketplace: try it some times first. */
  static final int FEWEST_ATTEMPTS = 3;

  private final boolean bounded;
  private final Duration before;
  private final LongSupplier nanos;
  private final long begun;

  private Trial(boolean bounded, Duration before, LongSupplier nanos) {
    this.bounded = bounded;
    this.before = before;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  /** Call as the attempt begins. */
  static Trial begin(ActivityExecutionContext context) {
    ActivityInfo info = context.getInfo();
    return begin(
        info.getRetryOptions(),
        info.getAttempt(),
        Duration.ofMillis(
            info.getCurrentAttemptScheduledTimestamp() - info.getScheduledTimestamp()),
        System::nanoTime);
  }

  /**
   * An attempt that begins.
   *
   * @param retry none where the service does not tell
   * @param before since the first attempt was scheduled, by the service's clock
   */
  static Trial begin(
      @Nullable RetryOptions retry, int attempt, Duration before, LongSupplier nanos) {
    boolean fast =
        retry != null
            && retry.getInitialInterval() != null
            && retry.getInitialInterval().compareTo(MarketplaceActivities.SLOW_FROM) < 0;
    return new Trial(fast && attempt >= FEWEST_ATTEMPTS, before, nanos);
  }

  /** The failure of the attempt; the last one when it has been tried long enough. */
  ApplicationFailure failure(OpenTrainException e) {
    ApplicationFailure failure = Failures.of(e);
    if (e instanceof Unavailable && isLongEnough()) {
      failure.setNonRetryable(true);
    }
    return failure;
  }

  boolean isLongEnough() {
    Duration now = Duration.ofNanos(nanos.getAsLong() - begun);
    return bounded && before.plus(now).compareTo(LONG_ENOUGH) >= 0;
  }
}
