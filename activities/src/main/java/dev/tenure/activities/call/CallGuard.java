package dev.tenure.activities.call;

import dev.tenure.activities.Heartbeats;
import dev.tenure.activities.breaker.Attempt;
import dev.tenure.activities.breaker.CircuitBreaker;
import dev.tenure.activities.breaker.HeldPace;
import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.workflows.opentrain.HireWorkflow;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an activity's call through the account's circuit breaker, or tells what holds it. */
public final class CallGuard {

  private static final Logger LOG = LoggerFactory.getLogger(CallGuard.class);

  private final CircuitBreaker breaker;

  public CallGuard(InstantSource clock, HeldPace pace) {
    this.breaker = new CircuitBreaker(clock, pace);
  }

  /**
   * Makes the call unless it is held back.
   *
   * @throws MarketplaceException as the call does
   */
  public <T> T pass(RetrySchedule retries, Heartbeats.Work<T, MarketplaceException> call)
      throws MarketplaceException {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Attempt attempt = attempt(context.getInfo(), retries);
    Optional<CircuitBreaker.Held> held = breaker.check(attempt);
    if (held.isPresent()) {
      throw Failures.held(held.get());
    }
    try {
      T answer = call.run();
      wake(context, breaker.succeeded(attempt));
      return answer;
    } catch (MarketplaceException e) {
      @Nullable Duration wait = e instanceof Unavailable away ? away.retryAfter() : null;
      Failures.obstacle(e)
          .ifPresent(obstacle -> breaker.failed(attempt, obstacle, wait, retries.outlasts(e)));
      throw e;
    }
  }

  private static Attempt attempt(ActivityInfo info, RetrySchedule retries) {
    return new Attempt(
        Objects.requireNonNull(info.getWorkflowId()), info.getActivityType(), retries.slow());
  }

  /**
   * Beside the activity, which has its answer. A signal that gets lost costs a slow retry's time.
   */
  private static void wake(ActivityExecutionContext context, List<String> workflowIds) {
    if (workflowIds.isEmpty()) {
      return;
    }
    WorkflowClient client = context.getWorkflowClient();
    MarketplaceNotifications notifications =
        new MarketplaceNotifications(List.of(MarketplaceNotification.obstacleGone()));
    Thread.ofVirtual()
        .name("obstacle-gone")
        .start(() -> workflowIds.forEach(workflowId -> wake(client, workflowId, notifications)));
  }

  private static void wake(
      WorkflowClient client, String workflowId, MarketplaceNotifications notifications) {
    try {
      client.newWorkflowStub(HireWorkflow.class, workflowId).notifyOf(notifications);
    } catch (WorkflowException e) {
      LOG.debug("{} is over, or the service is away: {}", workflowId, e.getMessage());
    }
  }
}
