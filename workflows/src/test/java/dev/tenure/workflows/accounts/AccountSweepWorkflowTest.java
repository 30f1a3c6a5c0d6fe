package dev.tenure.workflows.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
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

class AccountSweepWorkflowTest {

  private final TestWorkflowEnvironment env =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setUseTimeskipping(false)
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .build());
  private final Sweeper sweeper = new Sweeper();

  @BeforeEach
  void begin() {
    env.newWorker(TaskQueues.HIRES)
        .registerWorkflowImplementationTypes(AccountSweepWorkflowImpl.class);
    env.newWorker(TaskQueues.marketplace("acme")).registerActivitiesImplementations(sweeper);
    env.start();
    AccountSweepWorkflow sweep =
        env.getWorkflowClient()
            .newWorkflowStub(
                AccountSweepWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(AccountSweepWorkflow.id("acme"))
                    .setTaskQueue(TaskQueues.HIRES)
                    .build());
    WorkflowClient.start(sweep::sweep, "acme");
  }

  @AfterEach
  void close() {
    stub().terminate("the test is over");
    sweeper.let(new Turn.Return());
    env.close();
  }

  @Test
  void theSweeperWorksOnTheQueueOfItsAccountAndIsHeardOfOften() throws Exception {
    ActivityInfo info = sweeper.next();
    assertThat(info.getActivityTaskQueue()).isEqualTo("marketplace-acme");
    assertThat(info.getHeartbeatTimeout()).isEqualTo(Duration.ofSeconds(4));
    assertThat(sweeper.accounts).containsExactly("acme");
  }

  @Test
  void aSweeperThatReturnsBeginsAnewInANewRun() throws Exception {
    String first = sweeper.next().getWorkflowRunId();
    sweeper.let(new Turn.Return());
    assertThat(sweeper.next().getWorkflowRunId()).isNotEqualTo(first);
    assertThat(
            env.getWorkflowClient()
                .fetchHistory(AccountSweepWorkflow.id("acme"), first)
                .getLastEvent()
                .getEventType())
        .isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
  }

  @Test
  void aSweeperThatFailsIsTriedAgainInTheSameRun() throws Exception {
    ActivityInfo first = sweeper.next();
    sweeper.let(new Turn.Fail());
    ActivityInfo second = sweeper.next();
    assertThat(second.getWorkflowRunId()).isEqualTo(first.getWorkflowRunId());
    assertThat(second.getAttempt()).isEqualTo(2);
  }

  private WorkflowStub stub() {
    return env.getWorkflowClient().newUntypedWorkflowStub(AccountSweepWorkflow.id("acme"));
  }

  /** What a sweeper does next. */
  private sealed interface Turn {
    record Return() implements Turn {}

    record Fail() implements Turn {}
  }

  /** A sweeper that does as it is told, one call after the other. */
  private static final class Sweeper implements SweepActivities {

    private final BlockingQueue<ActivityInfo> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
    private final List<String> accounts = new CopyOnWriteArrayList<>();

    @Override
    public void sweepContracts(String account) {
      accounts.add(account);
      begun.add(Activity.getExecutionContext().getInfo());
      switch (turn()) {
        case Turn.Return done -> {}
        case Turn.Fail failed -> throw ApplicationFailure.newFailure("no sweep", "no_sweep");
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
      return Objects.requireNonNull(info, "no sweeper began");
    }
  }
}
