package dev.tenure.activities.call;

import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.marketplace.MarketplaceException.Refusal;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a call has been tried, all its attempts and the pauses between them together, and when
 * it may be tried again. The hire counts attempts, which is about two minutes of a marketplace that
 * refuses at once; of one that hangs it would be nine, so the time is looked at as well.
 */
public final class RetrySchedule {

  static final Duration LONG_ENOUGH = Duration.ofSeconds(115);

  /** A worker that was away for long is no outage of the marketplace: try it some times first. */
  static final int FEWEST_ATTEMPTS = 3;

  /** The first wait after a 429 that names none, as the slow calls have their own. */
  private static final Duration LIMITED = Duration.ofSeconds(1);

  private static final Duration FAST_AT_MOST = Duration.ofSeconds(15);
  private static final Duration SLOW_FROM = MarketplaceCall.HELD_INTERVAL;
  private static final Duration SLOWEST = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 10;

  private final MarketplaceCall call;
  private final boolean fast;
  private final boolean slow;
  private final boolean last;
  private final int attempt;
  private final Duration before;
  private final LongSupplier nanos;
  private final long begun;

  private RetrySchedule(
      MarketplaceCall call,
      @Nullable RetryOptions retry,
      int attempt,
      Duration before,
      LongSupplier nanos) {
    this.call = call;
    this.slow = call.heldBy() != null;
    this.fast = retry != null && !slow;
    this.last =
        retry != null && retry.getMaximumAttempts() > 0 && attempt >= retry.getMaximumAttempts();
    this.attempt = attempt;
    this.before = before;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  /** Call as the attempt begins. */
  public static RetrySchedule begin(MarketplaceCall call, ActivityExecutionContext context) {
    ActivityInfo info = context.getInfo();
    return begin(
        call,
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
  static RetrySchedule begin(
      MarketplaceCall call,
      @Nullable RetryOptions retry,
      int attempt,
      Duration before,
      LongSupplier nanos) {
    return new RetrySchedule(call, retry, attempt, before, nanos);
  }

  /** Whether the hire is held by an incident already and tries on slowly. */
  boolean slow() {
    return slow;
  }

  /** The failure of the attempt; the last one when it has been tried long enough. */
  public ApplicationFailure failure(MarketplaceException e) {
    return switch (e) {
      case Refusal refusal -> ended(Failures.of(refusal, null));
      case Unavailable unavailable when outlasts(unavailable) ->
          ended(Failures.limited(unavailable, pause(unavailable)));
      case Unavailable unavailable -> {
        ApplicationFailure failure = Failures.of(unavailable, pause(unavailable));
        failure.setNonRetryable(isLongEnough());
        yield failure;
      }
    };
  }

  /**
   * The failure, as the last one of its call where an obstacle is met that the call is not held by
   * already: the hire is to know of it.
   */
  public ApplicationFailure ended(ApplicationFailure failure) {
    if (Arrays.stream(IncidentCause.values())
        .filter(call::endedBy)
        .anyMatch(cause -> cause.wire().equals(failure.getType()))) {
      failure.setNonRetryable(true);
    }
    return failure;
  }

  /** A write without an answer is the end of the call; nobody knows what became of it. */
  public ApplicationFailure failureOfWrite(MarketplaceException e) {
    return e instanceof Unavailable unavailable && unavailable.mayHaveRun()
        ? Failures.unanswered(unavailable)
        : failure(e);
  }

  /**
   * Whether the marketplace takes no more calls for longer than a call is tried fast: after all
   * fast attempts, with a wait of minutes, or on a slow call, which is held by an obstacle anyway.
   */
  boolean outlasts(MarketplaceException e) {
    return e instanceof Unavailable unavailable
        && unavailable.limited()
        && (slow || last || isLongEnough() || asksForLong(unavailable));
  }

  /**
   * How long to wait, where that is not what the service waits anyway: never shorter than the
   * marketplace asks, and longer with each attempt also where it asks for little or nothing.
   */
  private @Nullable Duration pause(Unavailable unavailable) {
    @Nullable Duration asked = unavailable.retryAfter();
    if (asked == null && (slow || !unavailable.limited())) {
      return null;
    }
    Duration own = slow ? doubled(SLOW_FROM, SLOWEST) : doubled(LIMITED, FAST_AT_MOST);
    boolean longer = asked != null && asked.compareTo(own) > 0;
    return longer ? asked : slow ? null : own;
  }

  private Duration doubled(Duration first, Duration most) {
    Duration wait = first.multipliedBy(1L << Math.clamp(attempt - 1, 0, MOST_DOUBLINGS));
    return wait.compareTo(most) < 0 ? wait : most;
  }

  private static boolean asksForLong(Unavailable unavailable) {
    @Nullable Duration asked = unavailable.retryAfter();
    return asked != null && asked.compareTo(LONG_ENOUGH) >= 0;
  }

  boolean isLongEnough() {
    Duration now = Duration.ofNanos(nanos.getAsLong() - begun);
    return fast && attempt >= FEWEST_ATTEMPTS && before.plus(now).compareTo(LONG_ENOUGH) >= 0;
  }
}
