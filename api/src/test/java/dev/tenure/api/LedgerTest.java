package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.api.Http.Answer;
import dev.tenure.journal.ledger.Ledger;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.OpenInvoice;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.accounts.LedgerWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class LedgerTest {

  private static final Instant DECIDED = Instant.parse("2026-11-01T10:00:00.123Z");

  @Test
  void estimatedAndBookedStandApartAndAreHeldAgainstEachOther(Stack stack) throws IOException {
    HireView hire = hire(stack, "g");
    ledger(stack)
        .add(
            "default",
            List.of(
                entry("led_g1", "HOLD", "-504.95", "mst_g1", null),
                entry("led_g2", "CAPTURE", "-54.95", "mst_g1", "led_g1"),
                entry("led_g3", "CAPTURE", "-450.00", "mst_g1", "led_g1"),
                entry("led_g4", "ADJUSTMENT", "1.00", "mst_g2", null)),
            List.of(
                new OpenInvoice(
                    "inv_g3",
                    1042L,
                    "FUNDING",
                    "PENDING_FUNDING",
                    Money.usd("250"),
                    null,
                    "mst_g2")),
            null);
    Answer answer = stack.http().get("/v1/hires/" + hire.id() + "/ledger");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(Instant.parse(answer.text("/booked/readAt"))).isAfter(DECIDED);
    ObjectNode shown =
        (ObjectNode) Bodies.json(answer.raw().body().replace(hire.id(), "hir_golden"));
    ((ObjectNode) shown.get("booked")).put("readAt", "2026-11-21T10:00:00Z");
    assertThat(shown.toPrettyString()).isEqualTo(golden("ledger").toPrettyString());
  }

  @Test
  void theFeesOfAHireAreBookedOnceEverythingIsMatched(Stack stack) {
    HireView hire = hire(stack, "m");
    assertThat(fees(stack, hire).get("booked").isNull()).isTrue();
    assertThat(fees(stack, hire).at("/estimated/amount").isMissingNode()).isFalse();
    ledger(stack)
        .add(
            "default",
            List.of(
                entry("led_m1", "HOLD", "-504.95", "mst_m1", null),
                entry("led_m2", "CAPTURE", "-504.95", "mst_m1", "led_m1"),
                entry("led_m3", "HOLD", "-275.00", "mst_m2", null)),
            List.of(),
            null);
    assertThat(fees(stack, hire).at("/booked/amount").asText()).isEqualTo("79.95");
    assertThat(
            stack.http().get("/v1/hires/" + hire.id() + "/ledger").text("/reconciliation/status"))
        .isEqualTo("matched");
  }

  @Test
  void withPreferRefreshAWorkerReadsTheLedgerFirst(Stack stack) {
    HireView hire = hire(stack, "r");
    String path = "/v1/hires/" + hire.id() + "/ledger";
    Answer before = stack.http().get(path, "Prefer", "refresh");
    assertThat(before.status()).isEqualTo(200);
    assertThat(before.header("Preference-Applied")).isEmpty();
    keep(stack);
    int looks = SmallAccounts.LOOKS.get();
    Answer refreshed = stack.http().get(path, "Prefer", "refresh");
    assertThat(refreshed.header("Preference-Applied")).isEqualTo("refresh");
    assertThat(SmallAccounts.LOOKS.get()).isGreaterThan(looks);
    assertThat(stack.http().get(path).header("Preference-Applied")).isEmpty();
  }

  @Test
  void theLedgerOfNoHireIsNotFound(Http http) {
    Answer answer = http.get("/v1/hires/hir_none/ledger");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/code")).isEqualTo("hire_not_found");
  }

  private static void keep(Stack stack) {
    LedgerWorkflow ledger =
        WorkflowClient.newInstance(
                stack.stubs(),
                WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
            .newWorkflowStub(
                LedgerWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.HIRES)
                    .setWorkflowId(WorkflowIds.ledger("default"))
                    .build());
    WorkflowClient.start(ledger::keep, "default");
  }

  /** A hire whose first milestone was paid from credits and whose second was funded by card. */
  private static HireView hire(Stack stack, String name) {
    String id = stack.http().post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/id");
    Hires hires = stack.front().bean(Hires.class);
    HireView hire = hires.find(id).orElseThrow();
    Map<String, String> card = Map.of("invoiceId", "inv_" + name + "2", "paymentIntentId", "pi_1");
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            new RecordBatch(
                id,
                "run-1",
                null,
                header(hire.document(), "ctr_" + name),
                List.of(
                    milestone(hire, 0, "mst_" + name + "1", MilestoneState.PAID),
                    milestone(hire, 1, "mst_" + name + "2", MilestoneState.FUNDED)),
                List.of(
                    approval("apr_" + name + "1", ApprovalKind.PROPOSAL_HIRE, "m1", Map.of()),
                    approval("apr_" + name + "2", ApprovalKind.MILESTONE_FUND, "m2", card),
                    approval(
                        "apr_" + name + "3",
                        ApprovalKind.MILESTONE_APPROVE,
                        "m1",
                        Map.of("invoiceId", "inv_" + name + "1"))),
                List.of(),
                List.of()));
    return hires.find(id).orElseThrow();
  }

  private static HireDocument header(HireDocument old, String contract) {
    return new HireDocument(
        old.id(),
        old.account(),
        old.proposalId(),
        old.generation(),
        HireStatus.ACTIVE,
        contract,
        null,
        List.of(),
        old.money(),
        List.of(),
        old.version() + 1,
        old.createdAt(),
        old.createdAt(),
        null);
  }

  private static MilestoneDocument milestone(
      HireView hire, int index, String id, MilestoneState state) {
    MilestoneDocument planned = hire.milestones().get(index);
    return planned
        .withMarketplace(id, index + 1, planned.name(), planned.amount(), null)
        .withState(state)
        .at(1);
  }

  private static ApprovalDocument approval(
      String id, ApprovalKind kind, String milestone, Map<String, String> evidence) {
    return new ApprovalDocument(
        id,
        kind,
        ApprovalStatus.CONFIRMED,
        milestone,
        Money.usd("450"),
        null,
        "https://example.test/" + id,
        1,
        DECIDED.minusSeconds(60),
        DECIDED.plusSeconds(60),
        DECIDED,
        evidence,
        1);
  }

  private static LedgerEntry entry(
      String id, String type, String amount, String milestoneId, @Nullable String hold) {
    return new LedgerEntry(
        id,
        type,
        Money.usd(amount),
        DECIDED,
        hold,
        null,
        "ctr_" + milestoneId.charAt(4),
        milestoneId,
        null);
  }

  private static JsonNode fees(Stack stack, HireView hire) {
    return stack.http().get("/v1/hires/" + hire.id()).json().at("/money/fees");
  }

  private static Ledger ledger(Stack stack) {
    return stack.front().bean(Ledger.class);
  }

  private static JsonNode golden(String name) throws IOException {
    try (InputStream in = LedgerTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      return Bodies.json(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
