package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.workflows.TaskQueues;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run of the process before this one ends, and the worker goes on with the others. */
class EarlierHireTest {
  private final TestWorkflowEnvironment env = TestWorkflowEnvironment.newInstance();

  @AfterEach
  void close() {
    env.close();
  }

  /** As the earlier process: it does what today's does not know, until its worker is gone. */
  private static final class Earlier implements EarlierHireWorkflow {
    private final AtomicBoolean gone;

    private Earlier(AtomicBoolean gone) {
      this.gone = gone;
    }

    @Override
    public void run() {
      Workflow.sleep(Duration.ofHours(1));
      if (gone.get()) {
        throw new IllegalStateException("this worker is gone, and its cache");
      }
    }
  }

  @Test
  void aRunOfTheEarlierTypeEndsInWords() {
    env.newWorker(TaskQueues.HIRES, Stage.patient())
        .registerWorkflowImplementationTypes(
            EarlierHireWorkflowImpl.options(), EarlierHireWorkflowImpl.class);
    env.start();

    WorkflowStub run = start();

    assertThatThrownBy(() -> run.getResult(Void.class))
        .isInstanceOf(WorkflowFailedException.class)
        .hasStackTraceContaining("start the hire anew");
  }

  @Test
  void aRunInTheMiddleOfItsHistoryEndsAsWell() {
    AtomicBoolean deployed = new AtomicBoolean();
    env.newWorker(TaskQueues.HIRES, Stage.patient())
        .registerWorkflowImplementationFactory(
            EarlierHireWorkflow.class,
            () -> deployed.get() ? new EarlierHireWorkflowImpl() : new Earlier(deployed),
            EarlierHireWorkflowImpl.options());
    env.start();
    WorkflowStub run = start();
    env.sleep(Duration.ofMinutes(30));

    deployed.set(true);

    assertThatThrownBy(() -> run.getResult(Void.class))
        .isInstanceOf(WorkflowFailedException.class)
        .hasStackTraceContaining("NonDeterministicException");
  }

  private WorkflowStub start() {
    WorkflowStub run =
        env.getWorkflowClient()
            .newUntypedWorkflowStub(
                EarlierHireWorkflow.TYPE,
                WorkflowOptions.newBuilder()
                    .setWorkflowId("hire-hir_old")
                    .setTaskQueue(TaskQueues.HIRES)
                    .build());
    WorkflowExecution started = run.start();
    assertThat(started.getWorkflowId()).isEqualTo("hire-hir_old");
    return run;
  }
}
