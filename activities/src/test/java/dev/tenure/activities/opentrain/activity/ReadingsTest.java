package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.Samples;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.money.Money;
import dev.tenure.workflows.opentrain.ApprovalAnswer;
import dev.tenure.workflows.opentrain.ApprovalRef;
import dev.tenure.workflows.opentrain.ContractRef;
import dev.tenure.workflows.opentrain.EndAnswer;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import dev.tenure.workflows.opentrain.ProposalRef;
import io.temporal.testing.TestActivityEnvironment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the marketplace's documents. */
class ReadingsTest extends AtAMarketplace {

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
        .isEqualTo(new ApprovalAnswer(new ApprovalReading.LostSight()));
    assertThat(activities.readContract(new ContractRef("gone")))
        .isEqualTo(new ContractReading.NotFound());
  }

  @Test
  void aFinalApprovalBringsItsContract() {
    approval("confirmed", "{\"contractId\":\"c\"}");
    marketplace.on("GET", "/contracts/c", Reply.json(200, Samples.text("contract")));
    ApprovalAnswer answer = activities.readApproval(new ApprovalRef("a"));
    assertThat(answer.contract()).isEqualTo(activities.readContract(new ContractRef("c")));
  }

  @Test
  void aPendingApprovalIsReadAlone() {
    approval("pending", "null");
    assertThat(activities.readApproval(new ApprovalRef("a")).contract()).isNull();
    assertThat(marketplace.asked()).hasSize(1);
  }

  @Test
  void aDeclinedHireBringsWhatItsProposalShows() {
    approval("declined", "null", ",\"proposalId\":\"p\",\"jobId\":\"j\"");
    marketplace.on("GET", "/contracts?jobId=j", Reply.json(200, "{\"contracts\":[]}"));
    assertThat(activities.readApproval(new ApprovalRef("a")).contract())
        .isEqualTo(new ContractReading.NotFound());
    assertThat(marketplace.asked()).hasSize(2);
  }

  @Test
  void aSecondReadThatFailsLeavesTheFirstAlone() {
    approval("confirmed", "{\"contractId\":\"c\"}");
    for (Reply reply :
        List.of(Reply.cut(), Reply.error(404, "NOT_FOUND", "{}"), Reply.json(429, ""))) {
      marketplace.on("GET", "/contracts/c", reply);
      ApprovalAnswer answer = activities.readApproval(new ApprovalRef("a"));
      assertThat(answer.approval()).isInstanceOf(ApprovalReading.Seen.class);
      assertThat(answer.contract()).isNull();
    }
  }

  @Test
  void aSecondReadBeyondTheAllowanceIsLeftToTheHire() throws Exception {
    approval("confirmed", "{\"contractId\":\"c\"}");
    marketplace.on("GET", "/contracts/c", Reply.json(200, Samples.text("contract")));
    Allowance spent = new Allowance(0.01);
    spent.counting(call -> HttpAnswer.of(200, Map.of(), new byte[0])).send(Call.get("/x"));
    TestActivityEnvironment temporal = TemporalWorld.activities();
    temporal.registerActivitiesImplementations(
        new OpenTrainActivities(
            Clients.of(marketplace), since -> List.of(), spent, new ShutdownSignal()));
    MarketplaceActivities poor = temporal.newActivityStub(MarketplaceActivities.class);
    assertThat(poor.readApproval(new ApprovalRef("a")).contract()).isNull();
    temporal.close();
    assertThat(marketplace.asked()).hasSize(1);
  }

  @Test
  void anEndThatIsDoneAtOnceBringsItsContract() {
    marketplace.on("POST", "/contracts/c/end", Reply.json(200, Samples.text("end-answer")));
    marketplace.on("GET", "/contracts/c", Reply.json(200, Samples.text("contract")));
    EndAnswer end = activities.requestEnd(new ContractRef("c"));
    assertThat(end.answer()).isEqualTo(new AskAnswer.Done());
    assertThat(end.contract()).isEqualTo(activities.readContract(new ContractRef("c")));
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

  @ParameterizedTest
  @ValueSource(strings = {"null", "-5", "1e99999", "\"much\"", "{}"})
  void aMilestoneWithoutAUsableAmountIsShownWithoutOneAndHidesNoOther(String amount) {
    marketplace.on(
        "GET",
        "/contracts/c",
        Reply.json(
            200,
            """
            {"contract":{"id":"c","status":"active","milestones":[
              {"id":"m1","status":"ACTIVE_FUNDED","amountUsd":450,"milestoneNumber":1},
              {"id":"m2","status":"NOT_FUNDED","amountUsd":%s,"milestoneNumber":2},
              {"id":77,"status":"PAID","amountUsd":"12.50","milestoneNumber":3}]}}"""
                .formatted(amount)));
    assertThat(activities.readContract(new ContractRef("c")))
        .isInstanceOfSatisfying(
            ContractReading.Seen.class,
            seen ->
                assertThat(seen.contract().milestones())
                    .extracting(MilestoneSnapshot::id, MilestoneSnapshot::amount)
                    .containsExactly(
                        tuple("m1", Money.usd("450")),
                        tuple("m2", null),
                        tuple("77", Money.usd("12.50"))));
  }

  @Test
  void aMilestoneOfAnotherSchemaHidesNoOtherButAListThatIsNoneMakesNoneVanish() {
    marketplace.on(
        "GET",
        "/contracts/c",
        Reply.json(
            200,
            """
            {"contract":{"id":"c","status":"active","milestones":[
              null,7,{"name":"without an id"},{"id":"m1","status":null,"milestoneNumber":{}}]}}"""),
        Reply.json(200, "{\"contract\":{\"id\":\"c\",\"status\":\"active\",\"milestones\":{}}}"));
    assertThat(activities.readContract(new ContractRef("c")))
        .isInstanceOfSatisfying(
            ContractReading.Seen.class,
            seen ->
                assertThat(seen.contract().milestones())
                    .extracting(MilestoneSnapshot::id, MilestoneSnapshot::status)
                    .containsExactly(tuple("m1", "UNKNOWN")));
    assertThat(failure(() -> activities.readContract(new ContractRef("c"))).getType())
        .isEqualTo(Obstacle.UNAVAILABLE);
  }

  @Test
  void whatCannotBeStoredOrPrintedIsReplacedAsItComesIn() {
    marketplace.on(
        "GET",
        "/contracts/c",
        Reply.json(
            200,
            """
            {"contract":{"id":"c","status":"active","milestones":[
              {"id":"m1","status":"PAID","amountUsd":1,"name":"A\\u0000B\\ud800\\u202eC\\u001b]0;pwn\\u0007\\r\\nD"}]}}"""));
    assertThat(activities.readContract(new ContractRef("c")))
        .isInstanceOfSatisfying(
            ContractReading.Seen.class,
            seen ->
                assertThat(seen.contract().milestones().getFirst().name())
                    .isEqualTo("A\uFFFDB\uFFFD\uFFFDC\uFFFD]0;pwn\uFFFD D"));
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
    approval(status, result, "");
  }

  private void approval(String status, String result, String more) {
    String json =
        """
        {"approval":{"id":"a","type":"proposal_hire","status":"%s","result":%s,
         "expiresAt":"2026-11-24T10:00:00.000Z","newField":[]%s}}"""
            .formatted(status, result, more);
    marketplace.on("GET", "/approvals/a", Reply.json(200, json));
  }

  private ApprovalSnapshot seen() {
    ApprovalReading reading = activities.readApproval(new ApprovalRef("a")).approval();
    assertThat(reading).isInstanceOf(ApprovalReading.Seen.class);
    return ((ApprovalReading.Seen) reading).approval();
  }
}
