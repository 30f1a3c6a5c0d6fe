package dev.tenure.activities.opentrain;

import dev.tenure.activities.Heart;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.model.Bell;
import dev.tenure.model.Bells;
import dev.tenure.workflows.hire.HireWorkflow;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an activity's call through to the marketplace, or tells what holds it and others back. */
final class Gate {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final Roadblocks blocks;

  Gate(InstantSource clock, HeldPace pace) {
    this.blocks = new Roadblocks(clock, pace);
  }

  /**
   * Makes the call unless it is held back.
   *
   * @throws OpenTrainException as the call does
   */
  <T> T pass(Trial trial, Heart.Work<T, OpenTrainException> call) throws OpenTrainException {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Attempt attempt = Attempt.of(context, trial);
    Optional<Roadblocks.Held> held = blocks.inTheWay(attempt);
    if (held.isPresent()) {
      throw Failures.held(held.get());
    }
    try {
      T answer = call.run();
      ring(context, blocks.through(attempt));
      return answer;
    } catch (OpenTrainException e) {
      @Nullable Duration wait = e instanceof Unavailable away ? away.retryAfter() : null;
      Failures.obstacle(e)
          .ifPresent(obstacle -> blocks.hit(attempt, obstacle, wait, trial.outlasts(e)));
      throw e;
    }
  }

  /** Beside the activity, which has its answer. A bell that gets lost costs a slow retry's time. */
  private static void ring(ActivityExecutionContext context, List<String> workflowIds) {
    if (workflowIds.isEmpty()) {
      return;
    }
    WorkflowClient client = context.getWorkflowClient();
    Bells bells = new Bells(List.of(Bell.obstacleGone()));
    Thread.ofVirtual()
        .name("obstacle-gone")
        .start(() -> workflowIds.forEach(workflowId -> ring(client, workflowId, bells)));
  }

  private static void ring(WorkflowClient client, String workflowId, Bells bells) {
    try {
      client.newWorkflowStub(HireWorkflow.class, workflowId).ring(bells);
    } catch (WorkflowException e) {
      LOG.debug("{} is over, or the service is away: {}", workflowId, e.getMessage());
    }
  }
}
