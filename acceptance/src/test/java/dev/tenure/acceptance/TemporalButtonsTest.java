package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the buttons of the Temporal Web UI mean for a hire, on a real Temporal server. */
@ExtendWith(SharedStack.class)
@SuppressWarnings("NullAway.Init")
class TemporalButtonsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static Stack stack;
  private static Marketplace market;
  private static WorkflowServiceStubs service;
  private static WorkflowClient client;

  @BeforeAll
  static void start(Stack shared) {
    stack = shared;
    market = new Marketplace(stack);
    service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(stack.temporalAddress()).build());
    client = WorkflowClient.newInstance(service);
  }

  @AfterAll
  static void stop() {
    service.shutdownNow();
  }

  @BeforeEach
  void nobodyActs() {
    market.approvalWindow(72 * 3_600_000L);
    market.peopleIgnore();
  }

  @Test
  void cancelStandsGuardUntilThePendingApprovalIsFinal() {
    Hire hire = Hire.begin(stack, market.freshProposal());
    String approval = hire.awaitApproval();
    workflow(hire).cancel();
    hire.awaitStatus("cancelling");
    market.decline(approval);
    hire.awaitStatus("cancelled");
    assertThat(market.violations()).isEmpty();
  }

  @Test
  void aTerminatedHireIsAnIncidentAndRetryCarriesItOnWithoutAskingAgain() {
    Hire hire = Hire.begin(stack, market.freshProposal());
    String approval = hire.awaitApproval();
    workflow(hire).terminate("somebody pressed the button");
    JsonNode incident = hire.awaitIncident("workflow_gone");
    assertThat(incident.get("detail").asText()).contains("terminated", "retry", "abort");
    answer(hire, incident, "retry").expect(200);
    Await.until(
        "the hire waits for the same approval again",
        PATIENCE,
        () -> hire.awaitApproval().equals(approval) ? Optional.of(true) : Optional.empty());
    assertThat(hire.read().get("incidents")).isEmpty();
    assertThat(approvals(hire, null)).containsExactly(approval);
    letPeopleFinish(hire);
  }

  @Test
  void aHireThatIsTerminatedBeforeItsFirstStepIsBegunAnewByRetryAndTheFeedTellsOfIt() {
    stack.freeze("worker");
    Hire hire;
    try {
      hire = Hire.begin(stack, market.freshProposal());
      awaitRun(hire);
      workflow(hire).terminate("somebody pressed the button");
      answer(hire, hire.awaitIncident("workflow_gone"), "retry").expect(200);
      assertThat(hire.count("incident.opened")).isEqualTo(1);
      assertThat(hire.count("incident.closed")).isEqualTo(1);
    } finally {
      stack.thaw("worker");
    }
    hire.awaitApproval();
    letPeopleFinish(hire);
  }

  private static void awaitRun(Hire hire) {
    Await.until(
        "the workflow is there",
        PATIENCE,
        () -> {
          try {
            workflow(hire).describe();
            return Optional.of(true);
          } catch (WorkflowNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  @Test
  void abortClosesATerminatedHireAndLeavesNothingOpen() {
    Hire hire = Hire.begin(stack, market.freshProposal());
    String approval = hire.awaitApproval();
    workflow(hire).terminate("somebody pressed the button");
    answer(hire, hire.awaitIncident("workflow_gone"), "abort").expect(200);
    assertThat(hire.status()).isEqualTo("cancelled");
    assertThat(approvals(hire, "pending")).isEmpty();
    assertThat(approvals(hire, null)).containsExactly(approval);
  }

  @Test
  void aHireThatIsResetToItsBeginningAsksForNothingTwice() {
    Hire hire = Hire.begin(stack, market.freshProposal());
    String approval = hire.awaitApproval();
    reset(hire);
    Await.until(
        "the hire has told its tale again and waits for the same approval",
        PATIENCE,
        () ->
            approvals(hire, "pending").equals(List.of(approval))
                    && hire.count("hire.requested") == 2
                ? Optional.of(true)
                : Optional.empty());
    letPeopleFinish(hire);
  }

  private static void letPeopleFinish(Hire hire) {
    market.peopleAct(200);
    hire.awaitStatus("ended");
    String contract = hire.read().get("contractId").asText();
    assertThat(market.violations()).isEmpty();
    assertThat(market.effects(contract, "escrow_funded")).isEqualTo(3);
    assertThat(market.effects(contract, "escrow_released")).isEqualTo(3);
    assertThat(approvals(hire, "pending")).isEmpty();
    assertThat(approvals(hire, null)).hasSize(6);
  }

  private static Json.Answer answer(Hire hire, JsonNode incident, String action) {
    return Json.commandUntilTaken(
        "POST",
        hire.url() + "/incidents/" + incident.get("id").asText() + "/resolve",
        action + "-" + incident.get("id").asText(),
        "{\"action\":\"" + action + "\"}");
  }

  private static List<String> approvals(Hire hire, @Nullable String status) {
    String filter = status == null ? "" : "&status=" + status;
    List<String> ids = new ArrayList<>();
    Json.get(stack.api() + "/v1/approvals?hire=" + hire.id() + filter)
        .expect(200)
        .body()
        .get("items")
        .forEach(approval -> ids.add(approval.get("id").asText()));
    return ids;
  }

  private static WorkflowStub workflow(Hire hire) {
    return client.newUntypedWorkflowStub("hire-" + hire.id());
  }

  /** As the Reset button does, back to the first step. */
  private static void reset(Hire hire) {
    long first =
        client.fetchHistory("hire-" + hire.id()).getEvents().stream()
            .filter(e -> e.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
            .mapToLong(HistoryEvent::getEventId)
            .findFirst()
            .orElseThrow();
    service
        .blockingStub()
        .resetWorkflowExecution(
            ResetWorkflowExecutionRequest.newBuilder()
                .setNamespace("default")
                .setWorkflowExecution(
                    WorkflowExecution.newBuilder().setWorkflowId("hire-" + hire.id()))
                .setReason("somebody pressed the button")
                .setWorkflowTaskFinishEventId(first)
                .setRequestId(UUID.randomUUID().toString())
                .build());
  }
}
