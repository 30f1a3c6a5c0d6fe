package dev.tenure.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.workflows.accounts.AccountSweepWorkflow;
import dev.tenure.workflows.accounts.AccountSweepWorkflowImpl;
import dev.tenure.workflows.accounts.SweepActivities;
import dev.tenure.workflows.feed.FeedActivities;
import dev.tenure.workflows.feed.UpdatesFeedWorkflow;
import dev.tenure.workflows.feed.UpdatesFeedWorkflowImpl;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The workflows that keep one activity of an account running for ever. */
class EndlessActivityTest {

  private final TestWorkflowEnvironment env =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setUseTimeskipping(false)
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .build());
  private final Activities activity = new Activities();

  private String workflowId = "";

  /** The workflows of that kind. */
  enum Kind {
    SWEEP,
    FEED
  }

  private void begin(Kind kind) {
    env.newWorker(TaskQueues.HIRES)
        .registerWorkflowImplementationTypes(
            AccountSweepWorkflowImpl.class, UpdatesFeedWorkflowImpl.class);
    env.newWorker(TaskQueues.marketplace("acme")).registerActivitiesImplementations(activity);
    env.start();
    workflowId =
        switch (kind) {
          case SWEEP -> AccountSweepWorkflow.id("acme");
          case FEED -> WorkflowIds.updatesFeed("acme");
        };
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(workflowId)
            .setTaskQueue(TaskQueues.HIRES)
            .build();
    WorkflowClient client = env.getWorkflowClient();
    switch (kind) {
      case SWEEP ->
          WorkflowClient.start(
              client.newWorkflowStub(AccountSweepWorkflow.class, options)::sweep, "acme");
      case FEED ->
          WorkflowClient.start(
              client.newWorkflowStub(UpdatesFeedWorkflow.class, options)::follow, "acme");
    }
  }

  @AfterEach
  void close() {
    stub().terminate("the test is over");
    activity.let(new Turn.Return());
    env.close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void itWorksOnTheQueueOfItsAccountAndIsHeardOfOften(Kind kind) throws Exception {
    begin(kind);
    ActivityInfo info = activity.next();
    assertThat(info.getActivityTaskQueue()).isEqualTo("marketplace-acme");
    assertThat(info.getHeartbeatTimeout()).isEqualTo(Duration.ofSeconds(4));
    assertThat(activity.accounts).containsExactly("acme");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void oneThatReturnsBeginsAnewInANewRun(Kind kind) throws Exception {
    begin(kind);
    String first = activity.next().getWorkflowRunId();
    activity.let(new Turn.Return());
    assertThat(activity.next().getWorkflowRunId()).isNotEqualTo(first);
    assertThat(
            env.getWorkflowClient().fetchHistory(workflowId, first).getLastEvent().getEventType())
        .isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void oneThatFailsIsTriedAgainInTheSameRun(Kind kind) throws Exception {
    begin(kind);
    ActivityInfo first = activity.next();
    activity.let(new Turn.Fail());
    ActivityInfo second = activity.next();
    assertThat(second.getWorkflowRunId()).isEqualTo(first.getWorkflowRunId());
    assertThat(second.getAttempt()).isEqualTo(2);
  }

  private WorkflowStub stub() {
    return env.getWorkflowClient().newUntypedWorkflowStub(workflowId);
  }

  /** What the activity does next. */
  private sealed interface Turn {
    record Return() implements Turn {}

    record Fail() implements Turn {}
  }

  /** Do as they are told, one call after the other. */
  private static final class Activities implements SweepActivities, FeedActivities {

    private final BlockingQueue<ActivityInfo> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
    private final List<String> accounts = new CopyOnWriteArrayList<>();

    @Override
    public void sweepContracts(String account) {
      work(account);
    }

    @Override
    public void followUpdates(String account) {
      work(account);
    }

    private void work(String account) {
      accounts.add(account);
      begun.add(Activity.getExecutionContext().getInfo());
      switch (turn()) {
        case Turn.Return done -> {}
        case Turn.Fail failed -> throw ApplicationFailure.newFailure("not now", "not_now");
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
      return Objects.requireNonNull(info, "no activity began");
    }
  }
}
