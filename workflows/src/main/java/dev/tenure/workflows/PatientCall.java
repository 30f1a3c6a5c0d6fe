package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.IncidentCause;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call to the marketplace that does not give up: what time may heal is retried; what needs a
 * person becomes an incident, while the same call goes on slowly and so finds out when the cause is
 * gone.
 */
final class PatientCall {
  private final Course course;
  private final Clearance clearance;
  private final Incidents incidents;
  private final AppChanges changes;
  private final Holding holding;
  private final Doorbells bells;
  private final MarketplaceStubs stubs;

  PatientCall(
      Course course,
      Clearance clearance,
      Incidents incidents,
      AppChanges changes,
      Holding holding,
      Doorbells bells,
      MarketplaceStubs stubs) {
    this.course = course;
    this.clearance = clearance;
    this.incidents = incidents;
    this.changes = changes;
    this.holding = holding;
    this.bells = bells;
    this.stubs = stubs;
  }

  /**
   * Calls until there is an answer.
   *
   * @param summary what the Temporal Web UI shows for the call
   * @param milestone key of the milestone concerned, for incidents
   */
  <T> T call(String summary, @Nullable String milestone, Function<MarketplaceActivities, T> call) {
    return call(summary, milestone, call, () -> course.dropped(milestone));
  }

  /**
   * Calls until there is an answer, or until the call has lost its point: then the step unwinds
   * instead of trying again. An answer that came before that counts.
   */
  <T> T call(
      String summary,
      @Nullable String milestone,
      Function<MarketplaceActivities, T> call,
      BooleanSupplier overtaken) {
    for (; ; ) {
      holding.doubt(summary).ifPresent(holding::awaitRetry);
      try {
        T answer = call.apply(stubs.fast(summary));
        incidents.healed(summary);
        return answer;
      } catch (ActivityFailure failure) {
        clearance.meetObstacle();
        if (overtaken.getAsBoolean()) {
          throw new StepAbandoned();
        }
        Obstacle obstacle = Obstacles.of(failure);
        Optional<T> answer = persist(summary, milestone, call, obstacle, overtaken);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
    }
  }

  /** One bounded try that raises no incident; empty when the marketplace gave no answer. */
  <T> Optional<T> once(String summary, Function<MarketplaceActivities, T> call) {
    try {
      return Optional.of(call.apply(stubs.brief(summary)));
    } catch (ActivityFailure noAnswer) {
      Workflow.getLogger(PatientCall.class).debug("{}: {}", summary, noAnswer.getMessage());
      return Optional.empty();
    }
  }

  /** Empty when an operator wants another fast try, or when another obstacle has taken over. */
  private <T> Optional<T> persist(
      String summary,
      @Nullable String milestone,
      Function<MarketplaceActivities, T> call,
      Obstacle obstacle,
      BooleanSupplier overtaken) {
    String incident = incidents.open(summary, obstacle, milestone);
    if (obstacle.cause() == IncidentCause.MILESTONE_IN_DOUBT) {
      return Optional.empty();
    }
    SlowCall<T> slow = new SlowCall<>(() -> call.apply(stubs.slow(summary, obstacle.cause())));
    long before = bells.clearings();
    BooleanSupplier settled = changes.settling(incidents.incident(incident));
    BooleanSupplier decided =
        () ->
            slow.completed()
                || incidents.closed(incident)
                || course.halted()
                || settled.getAsBoolean()
                || overtaken.getAsBoolean();
    Workflow.await(() -> decided.getAsBoolean() || bells.clearings() > before);
    boolean rung = !decided.getAsBoolean();
    boolean pointless = settled.getAsBoolean() && !slow.completed();
    if (pointless && milestone != null) {
      // Before the call is stopped: its end may be seen earlier in a replay, and a timer hangs on
      // it.
      changes.settle(milestone);
    }
    Optional<T> answer = slow.answerOrStop();
    if (rung && answer.isEmpty()) {
      // Another hire got through: a fast try shows whether the incident can be closed.
      return answer;
    }
    if (answer.isPresent() || !(course.halted() || clearance.leavesObstacleOpen())) {
      incidents.healed(summary);
    }
    if (answer.isEmpty()) {
      holding.settle(incident);
      if (pointless || overtaken.getAsBoolean()) {
        throw new StepAbandoned();
      }
    }
    return answer;
  }
}
