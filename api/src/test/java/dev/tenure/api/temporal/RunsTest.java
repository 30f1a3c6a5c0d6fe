package dev.tenure.api.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.Resolution;
import dev.tenure.workflows.opentrain.EarlierHireWorkflow;
import dev.tenure.workflows.opentrain.HireWorkflow;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import org.junit.jupiter.api.Test;

class RunsTest {

  @Test
  void aRunOfAnEarlierVersionThatFailedIsToldInWordsAndNotCarriedOn() {
    Run run = Runs.read(failed(EarlierHireWorkflow.TYPE));
    assertThat(run.words()).contains("an earlier version of Tenure", "begin the hire", "anew");
    assertThat(run.actions()).containsExactly(Resolution.ABORT);
  }

  @Test
  void aRunOfTodayThatFailedIsCarriedOnByRetry() {
    Run run = Runs.read(failed(HireWorkflow.TYPE));
    assertThat(run.words()).contains("failed");
    assertThat(run.actions()).containsExactly(Resolution.RETRY, Resolution.ABORT);
  }

  private static WorkflowExecutionInfo failed(String type) {
    return WorkflowExecutionInfo.newBuilder()
        .setType(WorkflowType.newBuilder().setName(type))
        .setStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED)
        .build();
  }
}
