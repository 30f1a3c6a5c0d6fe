package dev.tenure.activities.opentrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.Samples;
import dev.tenure.activities.Stopping;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.model.FundRule;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import dev.tenure.workflows.marketplace.ApprovalReading;
import dev.tenure.workflows.marketplace.ApprovalRef;
import dev.tenure.workflows.marketplace.ApprovalSnapshot;
import dev.tenure.workflows.marketplace.AskAnswer;
import dev.tenure.workflows.marketplace.AskAnswer.Reason;
import dev.tenure.workflows.marketplace.ContractReading;
import dev.tenure.workflows.marketplace.ContractRef;
import dev.tenure.workflows.marketplace.HireAsk;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import dev.tenure.workflows.marketplace.MilestoneAsk;
import dev.tenure.workflows.marketplace.Obstacle;
import dev.tenure.workflows.marketplace.ProposalRef;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTrainActivitiesTest {

  private final Marketplace marketplace;
  private final TestActivityEnvironment temporal = TemporalWorld.activities();
  private final MarketplaceActivities activities;

  OpenTrainActivitiesTest() throws Exception {
    marketplace = new Marketplace();
    temporal.registerActivitiesImplementations(
        new OpenTrainActivities(Accounts.of(marketplace), new Stopping()));
    activities = temporal.newActivityStub(MarketplaceActivities.class);
  }

  @AfterEach
  void close() {
    temporal.close();
    marketplace.close();
  }

  @ParameterizedTest
  @CsvSource({
    "already_accepted, ALREADY_ACCEPTED",
    "contract_ended, CONTRACT_ENDED",
    "milestone_not_fundable, MILESTONE_NOT_FUNDABLE",
    "milestone_not_funded, MILESTONE_NOT_FUNDED",
    "milestone_cancelled, MILESTONE_CANCELLED"
  })
  void aConflictAboutTheStateIsAFact(String reason, Reason fact) {
    refuseFunding(Reply.error(409, "CONFLICT", "{\"reason\":\"" + reason + "\"}"));
    assertThat(fund()).isEqualTo(new AskAnswer.Fact(fact));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|UNAUTHORIZED|{}|TOKEN_REJECTED|",
        "403|FORBIDDEN|{\"reason\":\"account_claim_required\",\"claimUrl\":\"https://c\"}"
            + "|ACCOUNT_CLAIM_REQUIRED|https://c",
        "403|FORBIDDEN|{\"requiredScopes\":[\"payments:write\"],\"grantedScopes\":[]}"
            + "|SCOPE_MISSING|",
        "403|FORBIDDEN|{\"featureKey\":\"public_api_hiring\"}|FEATURE_DISABLED|",
        "403|FORBIDDEN|{}|REQUEST_REJECTED|",
        "409|CONFLICT|{\"reason\":\"payment_method_required\",\"billingUrl\":\"https://b\"}"
            + "|PAYMENT_METHOD_REQUIRED|https://b",
        "409|CONFLICT|{\"reason\":\"not_fit_confirmation_required\"}"
            + "|NOT_FIT_CONFIRMATION_REQUIRED|",
        "409|CONFLICT|{\"reason\":\"contract_rate_missing\"}|CONTRACT_RATE_MISSING|",
        "409|CONFLICT|{\"reason\":\"of_tomorrow\"}|REQUEST_REJECTED|",
        "409|CONFLICT|null|REQUEST_REJECTED|",
        "400|BAD_REQUEST|{\"field\":\"milestone.amount\"}|REQUEST_REJECTED|",
        "404|NOT_FOUND|{\"resource\":\"milestones\"}|NOT_FOUND|",
        "418|NEW_CODE|{}|REQUEST_REJECTED|"
      })
  void whatAPersonMustMendIsAnObstacle(
      int status, String code, String details, IncidentCause cause, String url) {
    refuseFunding(Reply.error(status, code, details));
    ApplicationFailure failure = failure(this::fund);
    Obstacle obstacle = failure.getDetails().get(Obstacle.class);
    assertThat(failure.getType()).isEqualTo(cause.wire());
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(obstacle.cause()).isEqualTo(cause);
    assertThat(obstacle.fixUrl()).isEqualTo(url);
    assertThat(obstacle.words()).contains("req-1").doesNotContain("ot_pat_");
    assertThat(failure.getOriginalMessage()).isEqualTo(obstacle.words());
  }

  @Test
  void aMissingScopeIsNamed() {
    refuseFunding(Reply.error(403, "FORBIDDEN", "{\"requiredScopes\":[\"payments:write\",\"x\"]}"));
    assertThat(failure(this::fund)).hasMessageContaining("payments:write, x");
  }

  @Test
  void detailsThatAreAbsentAreNoDetails() {
    refuseFunding(Reply.json(403, "{\"error\":\"no\",\"code\":\"FORBIDDEN\"}"));
    assertThat(failure(this::fund).getType()).isEqualTo("request_rejected");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 408, 425, 500, 502, 503, 504})
  void whatTimeMayHealIsUnavailable(int status) {
    refuseFunding(Reply.error(status, "INTERNAL_ERROR", "{}"));
    ApplicationFailure failure = failure(this::fund);
    assertThat(failure.getType()).isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(failure.getNextRetryDelay()).isNull();
    assertThat(failure).hasMessageContaining("POST /milestones/m/fund answered " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409})
  void aRefusalOfTheEdgeWithoutTheErrorEnvelopeIsNoWordOfTheMarketplace(int status) {
    refuseFunding(Reply.json(status, "<html>blocked</html>"));
    assertThat(failure(this::fund).getType()).isEqualTo(Obstacle.UNAVAILABLE);
  }

  @Test
  void aRejectedTokenIsBelievedFromTheEdgeToo() {
    refuseFunding(Reply.json(401, ""));
    assertThat(failure(this::fund).getType()).isEqualTo("token_rejected");
  }

  @ParameterizedTest
  @CsvSource({"429, 7, PT7S", "503, 20, PT20S", "429, 4000, PT5M"})
  void theWaitThatTheMarketplaceAsksForIsKept(int status, String header, Duration wait) {
    refuseFunding(Reply.error(status, "RATE_LIMITED", "{}").with("Retry-After", header));
    assertThat(failure(this::fund).getNextRetryDelay()).isEqualTo(wait);
  }

  @Test
  void tooManyCallsWithoutAWaitAreFollowedByAPause() {
    refuseFunding(Reply.json(429, ""));
    assertThat(failure(this::fund).getNextRetryDelay()).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "null",
        "{\"approval\":{}}",
        "{\"approval\":{\"id\":\"a\",\"type\":\"milestone_fund\"}}",
        "{\"approval\":{\"id\":{},\"status\":\"pending\"}}"
      })
  void anAnswerThatMakesNoSenseIsUnavailable(String body) {
    refuseFunding(Reply.json(202, body));
    assertThat(failure(this::fund).getType()).isEqualTo(Obstacle.UNAVAILABLE);
  }

  @Test
  void aLostAnswerIsUnavailable() {
    refuseFunding(Reply.cut());
    assertThat(failure(this::fund).getType()).isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(marketplace.asked()).hasSize(1);
  }

  @Test
  void aHireThatGoesThroughThoughMarkedAsNotAFitSaysSo() {
    marketplace.on("POST", "/proposals/p%2F1/hire", Reply.json(202, Samples.text("hire-answer")));
    MilestonePlan first =
        new MilestonePlan(
            "m1",
            null,
            "All of it",
            Money.usd("99.50"),
            LocalDate.parse("2027-01-31"),
            FundRule.atStart());
    activities.requestHire(new HireAsk("p/1", first, true));
    assertThat(Samples.tree(marketplace.asked().getFirst().body()))
        .isEqualTo(
            Samples.tree(
                """
                {"milestone":{"description":"All of it","amount":99.5,"dueDate":"2027-01-31"},
                 "confirmNotFitOverride":true}"""));
  }

  @Test
  void anEndMayBeDoneAtOnceOrWaitForACoSignWhateverTheStatusSays() {
    String pending = Samples.text("fund-answer").replace("milestone_fund", "contract_end");
    marketplace.on(
        "POST",
        "/contracts/c/end",
        Reply.json(200, pending),
        Reply.json(202, Samples.text("end-answer")));
    assertThat(activities.requestEnd(new ContractRef("c"))).isInstanceOf(AskAnswer.Pending.class);
    assertThat(activities.requestEnd(new ContractRef("c"))).isEqualTo(new AskAnswer.Done());
  }

  @Test
  void aConfirmedHireNamesItsContract() {
    approval(
        "confirmed",
        "{\"hired\":true,\"contractId\":\"ctr_9\",\"jobId\":\"j\",\"odd\":null,\"n\":{\"x\":1.25}}");
    ApprovalSnapshot approval = seen();
    assertThat(approval.contractId()).isEqualTo("ctr_9");
    assertThat(approval.result())
        .isEqualTo(
            Map.of("hired", "true", "contractId", "ctr_9", "jobId", "j", "n", "{\"x\":1.25}"));
  }

  @Test
  void anApprovalStatusOfTomorrowIsPassedOn() {
    approval("superseded", "null");
    assertThat(seen().status()).isEqualTo("superseded");
  }

  @Test
  void anApprovalThatCannotBeSeenIsLostFromSightAndAContractIsNotFound() {
    assertThat(activities.readApproval(new ApprovalRef("gone")))
        .isEqualTo(new ApprovalReading.LostSight());
    assertThat(activities.readContract(new ContractRef("gone")))
        .isEqualTo(new ContractReading.NotFound());
  }

  @Test
  void aProposalOrAMilestoneThatCannotBeSeenIsAnObstacle() {
    assertThat(failure(() -> activities.findContract(new ProposalRef("gone", null))).getType())
        .isEqualTo("not_found");
    assertThat(failure(() -> activities.requestRelease(new MilestoneAsk("gone"))).getType())
        .isEqualTo("not_found");
  }

  @Test
  void theContractOfAProposalIsFoundByTheProposalsOwnJob() {
    marketplace.on(
        "GET",
        "/proposals/p",
        Reply.json(200, "{\"proposal\":{\"id\":\"p\",\"jobId\":\"j\",\"contract\":null}}"));
    marketplace.on(
        "GET",
        "/contracts?jobId=j",
        Reply.json(
            200,
            "{\"contracts\":["
                + contract("old", "p", "2026-01-01T00:00:00.000Z")
                + ","
                + contract("foreign", "q", "2026-03-01T00:00:00.000Z")
                + ","
                + contract("new", "p", "2026-02-01T00:00:00.000Z")
                + "]}"));
    assertThat(activities.findContract(new ProposalRef("p", null)))
        .isInstanceOfSatisfying(
            ContractReading.Seen.class, seen -> assertThat(seen.contract().id()).isEqualTo("new"));
  }

  @Test
  void anAmountBeyondReasonIsNotBelieved() {
    String json = Samples.text("contract").replace("\"amountUsd\": 300", "\"amountUsd\": 1e99999");
    marketplace.on("GET", "/contracts/c", Reply.json(200, json));
    assertThat(failure(() -> activities.readContract(new ContractRef("c"))).getType())
        .isEqualTo(Obstacle.UNAVAILABLE);
  }

  @Test
  void cheapFractionsOfACentAreKeptExactly() {
    String json = Samples.text("contract").replace("\"amountUsd\": 300", "\"amountUsd\": 0.0625");
    marketplace.on("GET", "/contracts/c", Reply.json(200, json));
    assertThat(activities.readContract(new ContractRef("c")))
        .isInstanceOfSatisfying(
            ContractReading.Seen.class,
            seen ->
                assertThat(seen.contract().milestones().getFirst().amount())
                    .isEqualTo(Money.usd("0.0625")));
  }

  private static String contract(String id, String proposalId, String createdAt) {
    return "{\"id\":\"%s\",\"status\":\"active\",\"proposalId\":\"%s\",\"createdAt\":\"%s\"}"
        .formatted(id, proposalId, createdAt);
  }

  private void approval(String status, String result) {
    String json =
        """
        {"approval":{"id":"a","type":"proposal_hire","status":"%s","result":%s,
         "expiresAt":"2026-11-24T10:00:00.000Z","newField":[]}}"""
            .formatted(status, result);
    marketplace.on("GET", "/approvals/a", Reply.json(200, json));
  }

  private ApprovalSnapshot seen() {
    ApprovalReading reading = activities.readApproval(new ApprovalRef("a"));
    assertThat(reading).isInstanceOf(ApprovalReading.Seen.class);
    return ((ApprovalReading.Seen) reading).approval();
  }

  private void refuseFunding(Reply reply) {
    marketplace.on("POST", "/milestones/m/fund", reply);
  }

  private AskAnswer fund() {
    return activities.requestFunding(new MilestoneAsk("m"));
  }

  private static ApplicationFailure failure(ThrowingCallable call) {
    ActivityFailure failure =
        Objects.requireNonNull(catchThrowableOfType(ActivityFailure.class, call));
    return (ApplicationFailure) Objects.requireNonNull(failure.getCause());
  }
}
