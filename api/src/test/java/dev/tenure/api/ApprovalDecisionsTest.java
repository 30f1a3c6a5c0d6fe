package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.hire.WorkingContractDocument.Settlement;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.workflows.WorkflowIds;
import io.temporal.client.WorkflowClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Approvals that a marketplace leaves to this front. */
@ExtendWith(StackExtension.class)
class ApprovalDecisionsTest {

  private static final String[] HTML = {"Accept", "text/html"};
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");

  private final Stack stack;
  private final Http http;

  ApprovalDecisionsTest(Stack stack) {
    this.stack = stack;
    this.http = stack.http();
  }

  @BeforeEach
  void serve() {
    OpenContractBodies.serve(stack.front());
  }

  @Test
  void anApprovalShowsTheTermsThatItsDigestStandsFor() {
    String id = asked();
    Answer shown = http.get("/v1/approvals/" + id);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.json().get("proposalId").isNull()).isTrue();
    assertThat(shown.text("/termsDigest")).isEqualTo(SmallOpenContractHire.DIGEST);
    assertThat(shown.text("/url")).isEqualTo(http.base() + "/approvals/" + id);
    assertThat(shown.text("/terms/worker")).isEqualTo(OpenContractBodies.WORKER);
    assertThat(shown.text("/terms/description")).isEqualTo("Write the parser");
    assertThat(shown.text("/terms/price/amount")).isEqualTo("50.000000");
    assertThat(shown.text("/terms/openContract/acceptanceCriteria/1")).isEqualTo("It is fast");
    assertThat(shown.text("/terms/openContract/reviewWithin")).isEqualTo("PT24H");
    assertThat(shown.json().get("decision").isNull()).isTrue();
    assertThat(shown.text("/ifDeclined")).isEqualTo("asked_again");
  }

  @Test
  void aYesIsCarriedOutOncePerKeyAndTellsWhoGaveItOnWhat() {
    String id = asked();
    String[] key = {"Idempotency-Key", "key-" + id};
    String yes = decision("confirm", SmallOpenContractHire.DIGEST, "Good Worker");
    Answer decided = http.post("/v1/approvals/" + id + "/decision", yes, key);
    assertThat(decided.status()).as(decided.raw().body()).isEqualTo(200);
    assertThat(decided.header("Idempotency-Key")).isEqualTo(key[1]);
    assertThat(decided.text("/status")).isEqualTo("confirmed");
    assertThat(decided.text("/decision/by")).isEqualTo("local");
    assertThat(decided.text("/decision/reason")).isEqualTo("Good Worker");
    assertThat(decided.text("/decision/termsDigest")).isEqualTo(SmallOpenContractHire.DIGEST);
    assertThat(http.post("/v1/approvals/" + id + "/decision", yes, key).status()).isEqualTo(200);
    Answer other =
        http.post(
            "/v1/approvals/" + id + "/decision",
            decision("decline", SmallOpenContractHire.DIGEST, null),
            key);
    assertThat(other.text("/code")).isEqualTo("idempotency_key_reused");
  }

  @Test
  void aDecisionThatIsSentBeforeItsAskingIsCommittedIsCarriedOutAllTheSame() {
    String id = asked();
    SmallOpenContractHire.TOO_EARLY.set(3);
    Answer decided =
        http.post(
            "/v1/approvals/" + id + "/decision",
            decision("confirm", SmallOpenContractHire.DIGEST, null));
    assertThat(decided.status()).as(decided.raw().body()).isEqualTo(200);
    assertThat(decided.text("/status")).isEqualTo("confirmed");
    assertThat(SmallOpenContractHire.TOO_EARLY).hasValue(0);
  }

  @Test
  void aDecisionOnWhatTheHireNeverKnowsIsRefusedAfterABoundedWait() {
    String id = asked();
    SmallOpenContractHire.TOO_EARLY.set(Integer.MAX_VALUE);
    try {
      Answer refused =
          http.post(
              "/v1/approvals/" + id + "/decision",
              decision("confirm", SmallOpenContractHire.DIGEST, null));
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("/code")).isEqualTo("not_allowed");
      assertThat(refused.text("/detail")).contains("There is no approval");
    } finally {
      SmallOpenContractHire.TOO_EARLY.set(0);
    }
  }

  @Test
  void aDecisionThatACancelOvertakesIsToldWhatBecameOfTheHire() {
    String id = asked();
    String hire = http.get("/v1/approvals/" + id).text("/hireId");
    RecordBatch told = told(hire);
    SmallOpenContractHire.BEFORE_DECISION.set(
        () -> CompletableFuture.runAsync(() -> cancelled(told)).join());
    try {
      Answer refused =
          http.post(
              "/v1/approvals/" + id + "/decision",
              decision("confirm", SmallOpenContractHire.DIGEST, null));
      assertThat(refused.status()).as(refused.raw().body()).isEqualTo(409);
      assertThat(refused.text("/code")).isEqualTo("not_allowed");
      assertThat(refused.text("/detail"))
          .contains("The hire is cancelled; nothing can be commanded any more.");
    } finally {
      SmallOpenContractHire.BEFORE_DECISION.set(() -> {});
    }
  }

  /** The hire closes: its last word is in the journal before its workflow ends. */
  private void cancelled(RecordBatch told) {
    SmallOpenContractHire.BEFORE_DECISION.set(() -> {});
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            new RecordBatch(
                told.hireId(),
                told.runId(),
                null,
                told.hire()
                    .decided(
                        HireStatus.CANCELLED,
                        List.of(),
                        List.of(),
                        told.hire().version() + 1,
                        Instant.now(),
                        Instant.now()),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    stack
        .front()
        .bean(WorkflowClient.class)
        .newUntypedWorkflowStub(WorkflowIds.hire(told.hireId()))
        .terminate("as if it had ended");
  }

  @Test
  void whatWasDecidedShowsTheTermsThatWereDecidedOnForGood() {
    String id = asked();
    Answer before = http.get("/v1/approvals/" + id);
    decide(id, "decline");
    changeToOtherWork(before.text("/hireId"));

    Answer shown = http.get("/v1/approvals/" + id);

    assertThat(shown.text("/status")).isEqualTo("declined");
    assertThat(shown.json().get("terms")).isEqualTo(before.json().get("terms"));
    assertThat(http.get("/approvals/" + id, HTML).raw().body())
        .contains("Write the parser", "It is fast")
        .doesNotContain("entirely other work");
  }

  @Test
  void ofADecisionFromBeforeItsTermsWereKeptNoOthersAreShown() {
    String hire = made();
    RecordBatch told = told(hire);
    String id = "apr_old_" + hire;
    record(told, approval(id, ApprovalKind.MILESTONE_FUND, ApprovalStatus.DECLINED, 1));
    changeToOtherWork(hire);

    Answer shown = http.get("/v1/approvals/" + id);

    assertThat(shown.json().get("terms").isNull()).isTrue();
    assertThat(http.get("/approvals/" + id, HTML).raw().body())
        .contains("Its terms are not known any more")
        .doesNotContain("entirely other work");
  }

  @Test
  void theAuditListNamesTheHireAndTheApprovalThatWasDecided() {
    String byProgram = asked();
    decide(byProgram, "decline");
    String byPage = asked();
    String page = http.get("/approvals/" + byPage, HTML).raw().body();
    form(
        byPage,
        "token=" + token(page) + "&decision=confirm&termsDigest=" + SmallOpenContractHire.DIGEST);
    for (String id : List.of(byProgram, byPage)) {
      String hire = http.get("/v1/approvals/" + id).text("/hireId");
      Answer audit = http.get("/v1/audit?hire=" + hire);
      assertThat(audit.text("/items/0/action")).isEqualTo("decide_approval");
      assertThat(audit.text("/items/0/hireId")).isEqualTo(hire);
      assertThat(audit.text("/items/0/subject")).isEqualTo(id);
    }
    Answer refused = http.post("/v1/approvals/apr_none/decision", "{}");
    assertThat(refused.status()).isEqualTo(404);
    assertThat(http.get("/v1/audit?limit=1").text("/items/0/subject")).isEqualTo("apr_none");
  }

  @Test
  void thePageOfWhatIsNotPendingAnyMoreLeadsToTheApprovalThatIs() {
    String id = asked();
    String hire = http.get("/v1/approvals/" + id).text("/hireId");
    String pending = http.get("/approvals/" + id, HTML).raw().body();
    assertThat(pending)
        .contains("data-live=\"/changes?hire=" + hire + "\"", "/assets/tenure.js")
        .doesNotContain("http-equiv");
    decide(id, "decline");
    tell(hire, MilestoneState.AWAITING_FUNDING, "settled-none-met", ApprovalKind.MILESTONE_FUND);
    String link = "href=\"/approvals/apr_next_" + hire + "\"";
    assertThat(http.get("/approvals/" + id, HTML).raw().body()).contains(link);
    Answer refused =
        form(
            id,
            "token="
                + token(pending)
                + "&decision=confirm&%2Freason=yes&termsDigest="
                + SmallOpenContractHire.DIGEST);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.raw().body()).contains(link).doesNotContain("data-live");
  }

  @Test
  void anApprovalTellsWhatAYesCausesAndHowItsHireStands() {
    String id = asked();
    Answer shown = http.get("/v1/approvals/" + id);
    assertThat(shown.text("/hireStatus")).isEqualTo("awaiting_approval");
    assertThat(shown.text("/ifConfirmed")).isEqualTo("carried_out");
    decide(id, "decline");
    assertThat(http.get("/v1/approvals/" + id).json().get("ifConfirmed").isNull()).isTrue();
  }

  private void decide(String id, String decision) {
    Answer decided =
        http.post(
            "/v1/approvals/" + id + "/decision",
            decision(decision, SmallOpenContractHire.DIGEST, null));
    assertThat(decided.status()).as(decided.raw().body()).isEqualTo(200);
  }

  private void changeToOtherWork(String hire) {
    Answer changed =
        http.send(
            "PATCH",
            "/v1/hires/" + hire + "/milestones/m1",
            "{\"description\":\"entirely other work\",\"amount\":{\"amount\":\"1.5\",\"currency\":\"USDC\"}}",
            "Content-Type",
            "application/merge-patch+json");
    assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
  }

  @Test
  void aDecisionOnOtherTermsIsRefused() {
    String id = asked();
    Answer refused =
        http.post("/v1/approvals/" + id + "/decision", decision("confirm", "e".repeat(64), null));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("terms_changed");
  }

  @Test
  void whoeverBeganAHireThatForbidsItCannotDecideIt() {
    String[] ci = {"X-Api-Key", "ci-secret-ci-secret-ci"};
    String[] lead = {"X-Api-Key", "lead-secret-lead-secret"};
    Map<String, Object> keys = Map.of("tenure.api.keys", "ci:" + ci[1] + ",lead:" + lead[1]);
    try (Front keyed = Front.start(stack.database(), stack.temporalPort(), keys)) {
      String body = OpenContractBodies.whole(OpenContractBodies.reference());
      Answer made = keyed.http().post("/v1/hires", body.replace("\"allow\"", "\"forbid\""), ci);
      assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
      record(made.text("/id"));
      String path =
          "/v1/approvals/" + SmallOpenContractHire.approvalId(made.text("/id")) + "/decision";
      String yes = decision("confirm", SmallOpenContractHire.DIGEST, null);
      Answer refused = keyed.http().post(path, yes, ci);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("/code")).isEqualTo("self_approval");
      assertThat(keyed.http().post(path, yes, lead).text("/decision/by")).isEqualTo("lead");
    }
  }

  @Test
  void aDecisionThatSaysTooLittleIsRefusedWhole() {
    String id = asked();
    Answer refused = http.post("/v1/approvals/" + id + "/decision", "{\"decision\":\"maybe\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/decision", "/termsDigest");
  }

  @Test
  void anApprovalOfOpenTrainIsDecidedOnTheMarketplace() {
    StoredHire hire = StoredHire.in(stack.front(), OpenContractBodies.reference());
    Answer refused =
        http.post("/v1/approvals/apr_f_" + hire.id() + "/decision", decision("confirm", "x", null));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("approval_decided_elsewhere");
    assertThat(refused.text("/detail")).contains("https://market.example/approvals/");
    Answer page = http.get("/approvals/apr_f_" + hire.id(), HTML);
    assertThat(page.status()).isEqualTo(303);
    assertThat(page.header("Location")).startsWith("https://market.example/approvals/");
  }

  @Test
  void aDisputeIsAskedForOnOpenContractAndUnknownToOpenTrain() {
    String hire = made();
    assertThat(http.post("/v1/hires/" + hire + "/milestones/m1/dispute", "").status())
        .isEqualTo(200);
    assertThat(http.post("/v1/hires/" + hire + "/milestones/m2/dispute", "").text("/code"))
        .isEqualTo("not_allowed");
    assertThat(http.post("/v1/hires/" + hire + "/milestones/m9/dispute", "").status())
        .isEqualTo(404);
    StoredHire other = StoredHire.in(stack.front(), OpenContractBodies.reference());
    Answer refused = http.post("/v1/hires/" + other.id() + "/milestones/m1/dispute", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/detail")).contains("OpenTrain knows no disputes");
  }

  @Test
  void thePageSaysWhatAYesANoAndSilenceCauseAndTakesADecision() {
    String id = asked();
    String body = http.get("/approvals/" + id, HTML).raw().body();
    assertThat(body)
        .contains("Fund m1, 50.000000 USDC")
        .contains("Write the parser")
        .contains("It is fast")
        .contains(OpenContractBodies.WORKER)
        .contains("A yes creates the Working Contract and pays 50.000000 USDC into its escrow.")
        .contains("A no creates nothing and pays nothing; the same is asked again.")
        .contains("Without an answer nothing is created")
        .contains("name=\"decision\" value=\"confirm\"");
    assertThat(http.get("/", HTML).raw().body()).contains("href=\"/approvals/" + id + "\"");
    Answer strange =
        form(id, "token=0&decision=confirm&termsDigest=" + SmallOpenContractHire.DIGEST);
    assertThat(strange.status()).isEqualTo(403);
    Answer taken =
        form(
            id,
            "token="
                + token(body)
                + "&decision=decline&%2Freason=too+dear&termsDigest="
                + SmallOpenContractHire.DIGEST);
    assertThat(taken.status()).as(taken.raw().body()).isEqualTo(303);
    assertThat(http.get("/v1/approvals/" + id).text("/status")).isEqualTo("declined");
    assertThat(http.get("/approvals/" + id, HTML).raw().body())
        .contains("Declined by local")
        .contains("too dear")
        .doesNotContain("value=\"confirm\"");
  }

  @Test
  void thePageShowsWhyADecisionWasRefused() {
    String id = asked();
    String body = http.get("/approvals/" + id, HTML).raw().body();
    Answer refused =
        form(id, "token=" + token(body) + "&decision=confirm&termsDigest=" + "e".repeat(64));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.raw().body()).contains("The terms have changed since.");
  }

  @Test
  void aSecondFundingShowsNothingOfTheContractWhoseWorkerIsLost() {
    Answer made =
        http.post("/v1/hires", OpenContractBodies.shortest(OpenContractBodies.reference()));
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    String hire = made.text("/id");
    record(hire);
    tell(hire, MilestoneState.AWAITING_FUNDING, "settled-none-met", ApprovalKind.MILESTONE_FUND);
    String id = "apr_next_" + hire;
    assertThat(http.get("/approvals/" + id, HTML).raw().body())
        .contains("open tender: whoever accepts first")
        .contains("Review within")
        .doesNotContain(OpenContractBodies.WORKER)
        .doesNotContain("ipfs://delivery")
        .doesNotContain("Review until");
    Answer shown = http.get("/v1/approvals/" + id);
    assertThat(shown.json().at("/terms/worker").isNull()).isTrue();
    assertThat(shown.json().at("/terms/openContract/workingContract").isNull()).isTrue();
  }

  @Test
  void aReleaseSaysThatSilencePaysAndAHireShowsItsContractAndLedger() {
    String hire = made();
    tell(hire, MilestoneState.AWAITING_RELEASE, "under-review", ApprovalKind.MILESTONE_APPROVE);
    String id = "apr_next_" + hire;
    assertThat(http.get("/v1/approvals/" + id).text("/ifDeclined")).isEqualTo("dispute_asked");
    assertThat(http.get("/approvals/" + id, HTML).raw().body())
        .contains("A no asks for a dispute of the delivery")
        .contains("50.000000 USDC is paid to the Worker at")
        .contains(
            "Without an answer a dispute is asked for in time. Without a yes to that 50.000000")
        .contains("ipfs://delivery");
    Answer shown = http.get("/v1/hires/" + hire);
    String contract = "/milestones/0/openContract/workingContract";
    assertThat(shown.text(contract + "/id")).isEqualTo("contract_1");
    assertThat(shown.text(contract + "/status")).isEqualTo("under-review");
    assertThat(shown.text(contract + "/criteria/0/outcome")).isEqualTo("met");
    assertThat(shown.text(contract + "/criteria/1/outcome")).isEqualTo("not met");
    assertThat(shown.text(contract + "/stake/amount")).isEqualTo("2.500000");
    assertThat(shown.text(contract + "/settlement/toClient/amount")).isEqualTo("25.000000");
    assertThat(http.get("/hires/" + hire, HTML).raw().body())
        .contains("Working Contract of m1")
        .contains("under-review")
        .contains("not met")
        .contains("2.500000 USDC");
    Answer ledger = http.get("/v1/hires/" + hire + "/ledger", "Prefer", "refresh");
    assertThat(ledger.header("Preference-Applied")).isEmpty();
    assertThat(ledger.text("/currency")).isEqualTo("USDC");
    assertThat(ledger.text("/booked/entries/0/type")).isEqualTo("ESCROW");
    assertThat(ledger.text("/booked/charged/amount")).isEqualTo("50.000000");
    assertThat(ledger.text("/reconciliation/lines/0/movement")).isEqualTo("funding");
    assertThat(http.get("/hires/" + hire + "/ledger", HTML).raw().body())
        .contains("it tells no transfers");
  }

  private String asked() {
    return SmallOpenContractHire.approvalId(made());
  }

  /** A hire whose workflow has told of its approval. */
  @Test
  void aReleaseThatIsOpenUntilItIsTooLateForADisputePromisesNone() {
    String hire = made();
    tell(hire, MilestoneState.AWAITING_RELEASE, "under-review", ApprovalKind.MILESTONE_APPROVE);
    for (String until : List.of("2099-01-04T23:30:00Z", "2099-01-05T00:00:00Z")) {
      String id = "apr_late_" + hire + until.charAt(9);
      record(
          told(hire),
          approval(
              id,
              ApprovalKind.MILESTONE_APPROVE,
              ApprovalStatus.PENDING,
              10,
              Instant.parse(until)));
      assertThat(http.get("/approvals/" + id, HTML).raw().body())
          .contains("Without an answer 50.000000 USDC is paid to the Worker at")
          .doesNotContain("in time");
    }
  }

  private String made() {
    Answer made = http.post("/v1/hires", OpenContractBodies.whole(OpenContractBodies.reference()));
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    record(made.text("/id"));
    return made.text("/id");
  }

  private void record(String hire) {
    stack.front().bean(HireRecords.class).record(told(hire));
  }

  private RecordBatch told(String hire) {
    return stack
        .front()
        .bean(WorkflowClient.class)
        .newUntypedWorkflowStub(WorkflowIds.hire(hire))
        .query("hire", RecordBatch.class);
  }

  /** The journal hears of a delivered contract of m1, and of the approval that comes next. */
  private void tell(String hire, MilestoneState state, String status, ApprovalKind next) {
    RecordBatch told = told(hire);
    Instant review = Instant.parse("2099-01-05T00:00:00Z");
    MilestoneDocument planned = told.milestones().getFirst();
    var contract =
        new WorkingContractDocument(
            1,
            status,
            OpenContractBodies.WORKER,
            List.of("It compiles", "It is fast"),
            List.of("met", "not met"),
            "ipfs://delivery",
            review.minusSeconds(300),
            review.minusSeconds(200),
            review.minusSeconds(100),
            review,
            OpenContractBodies.usdc("50"),
            OpenContractBodies.usdc("2.5"),
            null,
            new Settlement(
                OpenContractBodies.usdc("27.5"),
                OpenContractBodies.usdc("25"),
                OpenContractBodies.usdc("0"),
                OpenContractBodies.usdc("0")));
    var milestone =
        new MilestoneDocument(
            planned.key(),
            1,
            "contract_1",
            null,
            planned.name(),
            planned.description(),
            planned.amount(),
            null,
            planned.fund(),
            state,
            false,
            9,
            planned.release(),
            null,
            false,
            planned.openContract(),
            contract);
    ApprovalDocument asked = approval("apr_next_" + hire, next, ApprovalStatus.PENDING, 9);
    var escrow =
        new LedgerEntry(
            "contract_1:escrow:" + hire,
            "ESCROW",
            OpenContractBodies.usdc("-50"),
            Instant.now(),
            null,
            told.hire().proposalId(),
            hire,
            "contract_1",
            null);
    HireDocument header =
        told.hire().decided(HireStatus.ACTIVE, List.of(), List.of(), 9, Instant.now(), null);
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            new RecordBatch(
                told.hireId(),
                told.runId(),
                null,
                header,
                List.of(milestone),
                List.of(asked),
                List.of(),
                List.of(),
                List.of(escrow),
                null));
  }

  private void record(RecordBatch told, ApprovalDocument approval) {
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            new RecordBatch(
                told.hireId(),
                told.runId(),
                null,
                told.hire(),
                List.of(),
                List.of(approval),
                List.of(),
                List.of()));
  }

  private static ApprovalDocument approval(
      String id, ApprovalKind kind, ApprovalStatus status, long version) {
    return approval(id, kind, status, version, Instant.parse("2099-01-04T23:29:10Z"));
  }

  private static ApprovalDocument approval(
      String id, ApprovalKind kind, ApprovalStatus status, long version, Instant until) {
    return new ApprovalDocument(
        id,
        kind,
        status,
        "m1",
        OpenContractBodies.usdc("50"),
        null,
        "/approvals/" + id,
        2,
        Instant.now(),
        until,
        null,
        Map.of(),
        version,
        SmallOpenContractHire.DIGEST,
        null,
        null);
  }

  private static String decision(String decision, String digest, @Nullable String reason) {
    return "{\"decision\":\"%s\",\"termsDigest\":\"%s\",\"reason\":%s}"
        .formatted(decision, digest, reason == null ? "null" : "\"" + reason + "\"");
  }

  private Answer form(String id, String fields) {
    return http.send(
        "POST",
        "/approvals/" + id,
        fields,
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Accept",
        "text/html");
  }

  private static String token(String page) {
    Matcher found = TOKEN.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
