package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HiringTest extends SandboxTest {
  private static final String OTHER_TERMS =
      "{\"milestone\": {\"name\": \"Batch 1\", \"amount\": 500}}";

  @Test
  void aHireWaitsForAPersonAndMovesNoMoney() {
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.text("approval.expiresAt")).isEqualTo("2026-06-15T09:30:00.000Z");
    assertThat(market.get("/contracts").size("contracts")).isZero();
    assertThat(market.get("/credits").number("credits.availableCents")).isEqualTo(500_000);
  }

  @Test
  void theSameTermsAreTheSameRequest() {
    Reply first = market.post("/proposals/prp_4/hire", Market.HIRE);
    Reply second =
        market.post(
            "/proposals/prp_4/hire",
            Market.HIRE.replace("\"Batch 1\"", "\"  Batch 1 \"").replace("450", "450.00"));
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.text("approval.id")).isEqualTo(first.text("approval.id"));
  }

  @Test
  void otherTermsSupersedeThePendingRequest() {
    Reply first = market.post("/proposals/prp_4/hire", Market.HIRE);
    Reply second = market.post("/proposals/prp_4/hire", OTHER_TERMS);
    assertThat(second.text("approval.id")).isNotEqualTo(first.text("approval.id"));
    Reply old = market.get("/approvals/" + first.text("approval.id"));
    assertThat(old.text("approval.status")).isEqualTo("expired");
    assertThat(old.at("approval.result").isNull()).isTrue();
    assertThat(old.text("approval.resolvedAt")).isEqualTo("2026-06-12T09:30:00.000Z");
  }

  @Test
  void aConfirmedHireMakesAContractWithAFundedMilestone() {
    Reply confirmed = market.confirmed(market.post("/proposals/prp_4/hire", Market.HIRE));
    assertThat(confirmed.text("approval.status")).isEqualTo("confirmed");
    assertThat(confirmed.text("approval.result.hired")).isEqualTo("true");
    assertThat(confirmed.at("approval.contractId").isNull()).isTrue();
    String contractId = confirmed.text("approval.result.contractId");
    Reply contract = market.get("/contracts/" + contractId);
    assertThat(contract.text("contract.milestones.0.status")).isEqualTo("ACTIVE_FUNDED");
    assertThat(market.get("/proposals/prp_4").text("proposal.status.raw")).isEqualTo("HIRED");
    assertThat(market.get("/proposals/prp_4").text("proposal.contract.id")).isEqualTo(contractId);
  }

  @Test
  void thePersonsValuesWin() {
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    String id = asked.text("approval.id");
    Reply confirmed =
        market.control(
            "POST",
            "/approvals/" + id + "/confirm",
            "{\"edit\": {\"name\": \"Pilot\", \"amount\": 120.5, \"dueDate\": \"2027-01-31\"}}");
    Reply contract = market.get("/contracts/" + confirmed.text("approval.result.contractId"));
    assertThat(contract.text("contract.milestones.0.name")).isEqualTo("Pilot");
    assertThat(contract.text("contract.milestones.0.description"))
        .isEqualTo("First 10k dashcam images");
    assertThat(contract.text("contract.milestones.0.amountUsd")).isEqualTo("120.5");
    assertThat(contract.text("contract.milestones.0.dueDate"))
        .isEqualTo("2027-01-31T00:00:00.000Z");
  }

  @Test
  void aDeclinedRequestStaysDeclinedAndANewOneAsksAnew() {
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    String id = asked.text("approval.id");
    market.control("POST", "/approvals/" + id + "/decline");
    assertThat(market.control("POST", "/approvals/" + id + "/confirm").status()).isEqualTo(409);
    assertThat(market.get("/approvals/" + id).text("approval.status")).isEqualTo("declined");
    Reply again = market.post("/proposals/prp_4/hire", Market.HIRE);
    assertThat(again.text("approval.id")).isNotEqualTo(id);
  }

  @Test
  void anApprovalExpiresWhenItIsReadAfterItsWindow() {
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    clock.pass(Duration.ofDays(3));
    assertThat(finals()).isZero();
    Reply read = market.get("/approvals/" + id);
    assertThat(read.text("approval.status")).isEqualTo("expired");
    assertThat(finals()).isEqualTo(1);
    market.get("/approvals/" + id);
    assertThat(finals()).isEqualTo(1);
  }

  @Test
  void anExpiredRequestCanNoLongerBeConfirmed() {
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    clock.pass(Duration.ofHours(73));
    assertThat(market.control("POST", "/approvals/" + id + "/confirm").status()).isEqualTo(409);
    assertThat(market.get("/contracts").size("contracts")).isZero();
    assertThat(finals()).isEqualTo(1);
  }

  @Test
  void aHiredProposalIsAlreadyAccepted() {
    market.hired("prp_4");
    Reply again = market.post("/proposals/prp_4/hire", Market.HIRE);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("details.reason")).isEqualTo("already_accepted");
  }

  @Test
  void anUnfitProposalNeedsTheOverride() {
    Reply refused = market.post("/proposals/prp_unfit/hire", Market.HIRE);
    assertThat(refused.text("details.reason")).isEqualTo("not_fit_confirmation_required");
    Reply asked =
        market.post(
            "/proposals/prp_unfit/hire",
            Market.HIRE.replaceFirst("\\{", "{\"confirmNotFitOverride\": true,"));
    assertThat(asked.status()).isEqualTo(202);
  }

  @Test
  void aHireInTheAppVoidsThePendingRequest() {
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    Reply done = market.control("POST", "/proposals/prp_4/hire", Market.HIRE);
    assertThat(done.status()).isEqualTo(200);
    assertThat(market.get("/approvals/" + id).text("approval.status")).isEqualTo("expired");
    assertThat(market.control("GET", "/audit").size("violations")).isZero();
  }

  private long finals() {
    String events = market.get("/updates?limit=200").body();
    return events.split("\"approval.confirmed\"", -1).length - 1L;
  }
}
