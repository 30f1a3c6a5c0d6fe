package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.HireLifecycle;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.call.Reconciler;
import dev.tenure.lifecycle.call.RemoteCall;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one hire to the marketplace, as activities: fast at first, then slow while a person
 * is needed. Every one that is started ends in exactly one observation.
 *
 * @param <C> the calls of the marketplace
 * @param <O> what comes of them
 */
public final class MarketplaceCalls<C extends RemoteCall<C>, O> {
  /** Attempts of the fast phase: about two minutes of a marketplace that refuses at once. */
  private static final int FAST_ATTEMPTS = 14;

  /** What the fast phase takes if every attempt hangs until its timeout. */
  private static final Duration FAST_AT_MOST = Duration.ofMinutes(20);

  /** A call that is not wanted any more has so long to end by itself. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /**
   * What the service calls an attempt whose worker was not heard of any more: it may have written.
   */
  private static final String[] DEAD_ATTEMPT = {
    "TemporalTimeout:Heartbeat", "TemporalTimeout:StartToClose"
  };

  /** The type with which a Temporal Reset fails the activities that were under way. */
  private static final String RESET = "ResetWorkflow";

  private final HireLifecycle<C, O, ?> rules;
  private final CallActivities<C, O> activities;
  private final Runnable turn;
  private final LoopGuard guard;
  private final ActivityOptions base;
  private final Map<String, Scope> scopes = new LinkedHashMap<>();

  /** The subjects of calls that are to be stopped if they do not end in a moment. */
  private final Set<String> graceful = new LinkedHashSet<>();

  /**
   * A call under way.
   *
   * @param historyLength that of the run when it was started
   */
  private record Scope(CancellationScope scope, Instant startedAt, long historyLength) {}

  /**
   * The calls of one run.
   *
   * @param turn runs when something came of a call, and when the wanted calls are to be held
   *     against the running ones once more
   */
  public MarketplaceCalls(
      HireLifecycle<C, O, ?> rules, CallActivities<C, O> activities, Runnable turn) {
    this.rules = rules;
    this.activities = activities;
    this.turn = turn;
    this.guard = new LoopGuard(turn);
    base =
        ActivityOptions.newBuilder()
            .setTaskQueue(TaskQueues.marketplace(rules.hire().plan().account()))
            .setStartToCloseTimeout(Duration.ofSeconds(60))
            .setHeartbeatTimeout(Duration.ofSeconds(4))
            // A write must never overlap its own successor.
            .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
            .build();
  }

  /** When a fast call that is under way ends at the latest; absent where none is. */
  @Nullable Instant endBy() {
    return rules.hire().running().values().stream()
        .filter(running -> !running.call().slow())
        .map(running -> running.startedAt().plus(FAST_AT_MOST))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  boolean idle() {
    return rules.hire().running().isEmpty();
  }

  /** Stops what nobody wants any more, and starts what is wanted and does not run. */
  public void reconcile(Map<String, C> wanted) {
    Reconciler<C> plan = Reconciler.of(wanted, rules.hire().running());
    plan.stop().forEach(this::stop);
    plan.start().forEach(this::start);
  }

  /** A notification or a command came in: what was held as a circle may be none any more. */
  public void newsCame() {
    guard.forget();
  }

  /**
   * An activity that is scheduled and cancelled within one workflow task cannot be replayed, and
   * most calls end by themselves while their cancellation would be on its way.
   */
  private void stop(C call) {
    Scope running = Objects.requireNonNull(scopes.get(call.subject()));
    if (now().isBefore(running.startedAt().plus(GRACE))) {
      stopLater(call);
    } else if (Workflow.getInfo().getHistoryLength() > running.historyLength()) {
      rules.stop(call);
      running.scope().cancel();
    }
  }

  private void stopLater(C call) {
    if (graceful.add(call.subject())) {
      Workflow.newTimer(
              GRACE,
              TimerOptions.newBuilder().setSummary("stop: " + activities.summary(call)).build())
          .thenApply(
              nothing -> {
                graceful.remove(call.subject());
                turn.run();
                return null;
              });
    }
  }

  private void start(C call) {
    Instant now = now();
    if (guard.admits(call, now)) {
      rules.start(call, now);
      carryOut(call);
    } else if (!call.slow()) {
      rules.start(call, now);
      observe(activities.ended(call, new CallEnd.Refused(circle(call))));
    }
  }

  private Obstacle circle(C call) {
    return new Obstacle(
        IncidentCause.UNEXPECTED,
        ("Tenure made the same call %d times within a minute (%s), and nothing came of it. That is"
                + " an error of Tenure; nothing was asked twice of people. It is held for %d"
                + " minutes, or until something happens; retry tries now.")
            .formatted(LoopGuard.MOST, activities.summary(call), LoopGuard.PAUSE.toMinutes()),
        null);
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  private void carryOut(C call) {
    CancellationScope scope =
        Workflow.newCancellationScope(
            () ->
                begin(call)
                    .handle(
                        (observation, failure) -> {
                          scopes.remove(call.subject());
                          observe(
                              failure == null
                                  ? observation
                                  : activities.ended(call, end(call, failure)));
                          return null;
                        }));
    scopes.put(call.subject(), new Scope(scope, now(), Workflow.getInfo().getHistoryLength()));
    scope.run();
  }

  private void observe(O observation) {
    rules.observe(observation, now());
    turn.run();
  }

  private Promise<O> begin(C call) {
    @Nullable IncidentCause heldBy = heldBy(call);
    return activities.begin(call, heldBy, options(call, heldBy));
  }

  /** The obstacle that a slow call was found to be held by. */
  private @Nullable IncidentCause heldBy(C call) {
    Obstruction met = call.slow() ? rules.hire().obstruction(call.subject()) : null;
    return met == null ? null : met.obstacle().cause();
  }

  private CallEnd end(C call, RuntimeException failure) {
    if (!(failure instanceof ActivityFailure activity)) {
      return failure instanceof CanceledFailure
          ? new CallEnd.Stopped()
          : new CallEnd.Refused(unexpected(failure.getMessage()));
    }
    return switch (activity.getCause()) {
      case CanceledFailure stopped -> new CallEnd.Stopped();
      case TimeoutFailure timeout when activities.repeatable(call) -> new CallEnd.Unreachable();
      case TimeoutFailure timeout -> new CallEnd.Unanswered();
      case ApplicationFailure cause -> end(call, cause);
      case null, default -> new CallEnd.Refused(unexpected(failure.getMessage()));
    };
  }

  private CallEnd end(C call, ApplicationFailure cause) {
    if (cause.getType().equals(MarketplaceActivities.UNANSWERED)) {
      return new CallEnd.Unanswered();
    }
    if (cause.getType().equals(RESET)) {
      return activities.repeatable(call) ? new CallEnd.Stopped() : new CallEnd.Unanswered();
    }
    if (cause.getType().equals(MarketplaceCall.THROTTLED)) {
      return new CallEnd.Stopped();
    }
    if (cause.getType().equals(Obstacle.UNAVAILABLE)) {
      return new CallEnd.Unreachable();
    }
    return new CallEnd.Refused(
        cause.getDetails().getSize() > 0
            ? cause.getDetails().get(Obstacle.class)
            : unexpected(cause.getOriginalMessage()));
  }

  private static Obstacle unexpected(@Nullable String message) {
    return new Obstacle(IncidentCause.UNEXPECTED, "The call failed: " + message, null);
  }

  private ActivityOptions options(C call, @Nullable IncidentCause heldBy) {
    RetryOptions.Builder retry = RetryOptions.newBuilder();
    if (heldBy == null) {
      retry
          .setInitialInterval(Duration.ofMillis(200))
          .setMaximumInterval(Duration.ofSeconds(15))
          .setMaximumAttempts(FAST_ATTEMPTS);
    } else {
      retry
          .setInitialInterval(MarketplaceCall.HELD_INTERVAL)
          .setMaximumInterval(Duration.ofMinutes(15));
    }
    if (!activities.repeatable(call)) {
      retry.setDoNotRetry(DEAD_ATTEMPT);
    }
    return base.toBuilder()
        .setRetryOptions(retry.build())
        .setSummary(activities.summary(call))
        .build();
  }
}
