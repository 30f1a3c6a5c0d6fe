package dev.tenure.activities.opentrain.activity;

import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks for a funding as hires do: fast, then slowly, and fast again when it is notified. */
@WorkflowInterface
public interface HeldWorkflow {

  @WorkflowMethod
  String fund();

  @SignalMethod(name = "notify")
  void notifyOf(MarketplaceNotifications notifications);

  /** Without the incidents. */
  final class Impl implements HeldWorkflow {
    private int notifies;

    @Override
    public String fund() {
      for (; ; ) {
        try {
          ask(null, Duration.ofMillis(50), 1);
          return notifies == 0 ? "by itself" : "notified";
        } catch (ActivityFailure refused) {
          askSlowly(notifies);
        }
      }
    }

    private void askSlowly(int before) {
      AtomicReference<Promise<AskAnswer>> slow = new AtomicReference<>();
      CancellationScope scope =
          Workflow.newCancellationScope(
              () ->
                  slow.set(
                      Async.function(
                          () ->
                              ask(
                                  IncidentCause.PAYMENT_METHOD_REQUIRED,
                                  Duration.ofSeconds(30),
                                  0))));
      scope.run();
      Workflow.await(() -> slow.get().isCompleted() || notifies > before);
      scope.cancel();
    }

    private static AskAnswer ask(@Nullable IncidentCause heldBy, Duration interval, int attempts) {
      return Workflow.newActivityStub(
              MarketplaceActivities.class,
              ActivityOptions.newBuilder()
                  .setStartToCloseTimeout(Duration.ofSeconds(20))
                  .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                  .setRetryOptions(
                      RetryOptions.newBuilder()
                          .setInitialInterval(interval)
                          .setMaximumAttempts(attempts)
                          .build())
                  .build())
          .requestFunding(new MilestoneAsk("mst_1", heldBy));
    }

    @Override
    public void notifyOf(MarketplaceNotifications notifications) {
      notifies++;
    }
  }
}
