package dev.tenure.workflows.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdatesFeedWorkflowTest {

  private final TestWorkflowEnvironment env =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setUseTimeskipping(false)
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .build());
  private final Follower follower = new Follower();

  @BeforeEach
  void begin() {
    env.newWorker(TaskQueues.HIRES)
        .registerWorkflowImplementationTypes(UpdatesFeedWorkflowImpl.class);
    env.newWorker(TaskQueues.marketplace("acme")).registerActivitiesImplementations(follower);
    env.start();
    UpdatesFeedWorkflow feed =
        env.getWorkflowClient()
            .newWorkflowStub(
                UpdatesFeedWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(WorkflowIds.updatesFeed("acme"))
                    .setTaskQueue(TaskQueues.HIRES)
                    .build());
    WorkflowClient.start(feed::follow, "acme");
  }

  @AfterEach
  void close() {
    stub().terminate("the test is over");
    follower.let(new Turn.Return());
    env.close();
  }

  @Test
  void theFollowerWorksOnTheQueueOfItsAccountAndIsHeardOfOften() throws Exception {
    ActivityInfo info = follower.next();
    assertThat(info.getActivityTaskQueue()).isEqualTo("marketplace-acme");
    assertThat(info.getHeartbeatTimeout()).isEqualTo(Duration.ofSeconds(4));
    assertThat(follower.accounts).containsExactly("acme");
  }

  @Test
  void aFollowerThatReturnsBeginsAnewInANewRun() throws Exception {
    String first = follower.next().getWorkflowRunId();
    follower.let(new Turn.Return());
    assertThat(follower.next().getWorkflowRunId()).isNotEqualTo(first);
    assertThat(
            env.getWorkflowClient()
                .fetchHistory(WorkflowIds.updatesFeed("acme"), first)
                .getLastEvent()
                .getEventType())
        .isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
  }

  @Test
  void aFollowerThatFailsIsTriedAgainInTheSameRun() throws Exception {
    ActivityInfo first = follower.next();
    follower.let(new Turn.Fail());
    ActivityInfo second = follower.next();
    assertThat(second.getWorkflowRunId()).isEqualTo(first.getWorkflowRunId());
    assertThat(second.getAttempt()).isEqualTo(2);
  }

  private WorkflowStub stub() {
    return env.getWorkflowClient().newUntypedWorkflowStub(WorkflowIds.updatesFeed("acme"));
  }

  /** What a follower does next. */
  private sealed interface Turn {
    record Return() implements Turn {}

    record Fail() implements Turn {}
  }

  /** A follower that does as it is told, one call after the other. */
  private static final class Follower implements FeedActivities {

    private final BlockingQueue<ActivityInfo> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
    private final List<String> accounts = new CopyOnWriteArrayList<>();

    @Override
    public void followUpdates(String account) {
      accounts.add(account);
      begun.add(Activity.getExecutionContext().getInfo());
      switch (turn()) {
        case Turn.Return done -> {}
        case Turn.Fail failed -> throw ApplicationFailure.newFailure("no feed", "no_feed");
      }
    }

    /** Beats while it waits, as the real one does. */
    private Turn turn() {
      try {
        Turn turn = turns.poll(500, TimeUnit.MILLISECONDS);
        while (turn == null) {
          Activity.getExecutionContext().heartbeat(null);
          turn = turns.poll(500, TimeUnit.MILLISECONDS);
        }
        return turn;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Turn.Return();
      }
    }

    void let(Turn turn) {
      turns.add(turn);
    }

    ActivityInfo next() throws InterruptedException {
      ActivityInfo info = begun.poll(30, TimeUnit.SECONDS);
      return Objects.requireNonNull(info, "no follower began");
    }
  }
}
