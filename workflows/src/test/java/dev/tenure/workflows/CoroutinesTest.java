package dev.tenure.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.model.HireStatus;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A fault in a coroutine must not vanish, and must not fail the run either. */
class CoroutinesTest {

  @Test
  void aFaultIsKeptForTheMainLineAndWrapped() {
    Coroutines coroutines = new Coroutines();
    assertThat(coroutines.faulted()).isFalse();
    coroutines.rethrowFault();

    RuntimeException first = ApplicationFailure.newFailure("broken", "x");
    coroutines.guarded(
        () -> {
          throw first;
        });
    coroutines.guarded(
        () -> {
          throw new IllegalStateException("later");
        });

    assertThat(coroutines.faulted()).isTrue();
    assertThatThrownBy(coroutines::rethrowFault)
        .isInstanceOf(IllegalStateException.class)
        .hasCause(first);
  }

  @Test
  void aFaultFailsTheTaskNotTheRunAndHealsWhenTheCodeIsMended() {
    AtomicBoolean broken = new AtomicBoolean(true);
    try (Stage stage = new Stage(input -> breakable(input, broken))) {
      stage.start(Plans.single());
      stage.pass(Duration.ofSeconds(30));

      assertThat(stage.stub().describe().getStatus())
          .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
      assertThat(stage.history().getEvents())
          .anyMatch(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);
      assertThat(stage.market.calls).isEmpty();

      broken.set(false);
      assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    }
  }

  private static HireWorkflow breakable(HireInput input, AtomicBoolean broken) {
    return new HireWorkflowImpl(
        input,
        () -> {
          if (broken.get()) {
            throw new IllegalStateException("a fault in the code");
          }
          return false;
        });
  }
}
