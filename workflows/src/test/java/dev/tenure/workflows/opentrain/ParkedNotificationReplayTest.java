package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.WorkflowIds;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import org.junit.jupiter.api.Test;

class ParkedNotificationReplayTest {

  @Test
  void aWaitOvertakenByAParkedNotificationInItsOwnTaskCanBeReplayed() {
    try (Stage stage = new Stage()) {
      stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.confirm());
      for (int approval = 1; approval <= 6; approval++) {
        stage.journal.park(
            new MarketplaceNotification(
                "e" + approval, "approval.confirmed", "apr_" + approval, null, null, null));
      }
      stage.run(Plans.canonical());
      WorkflowExecutionHistory history =
          stage.env.getWorkflowClient().fetchHistory(WorkflowIds.hire(Stage.HIRE));

      assertThatCode(() -> replay(history)).doesNotThrowAnyException();
    }
  }

  private static void replay(WorkflowExecutionHistory history) throws Exception {
    WorkflowClientOptions client =
        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build();
    try (TestWorkflowEnvironment env =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(client).build())) {
      Worker worker = env.newWorker("replay");
      worker.registerWorkflowImplementationTypes(HireWorkflowImpl.class);
      WorkflowReplayer.replayWorkflowExecution(history, worker);
    }
  }
}
