package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MilestoneTest extends SandboxTest {
  @Test
  void creatingTwiceMakesTwoAndTheAuditNamesIt() {
    String contractId = market.hired("prp_4");
    String first = market.milestone(contractId, "same tag", 250);
    String second = market.milestone(contractId, "same tag", 250);
    assertThat(second).isNotEqualTo(first);
    assertThat(market.control("GET", "/audit").text("violations.0"))
        .contains("one description", first, second);
  }

  @Test
  void fundingRepeatsItsAnswerWhileAPersonHasNotDecided() {
    String milestoneId = market.milestone(market.hired("prp_4"), "second", 250);
    Reply first = market.post("/milestones/" + milestoneId + "/fund");
    Reply second = market.post("/milestones/" + milestoneId + "/fund");
    assertThat(second.text("approval.id")).isEqualTo(first.text("approval.id"));
    market.confirmed(first);
    Reply late = market.post("/milestones/" + milestoneId + "/fund");
    assertThat(late.text("details.reason")).isEqualTo("milestone_not_fundable");
    Reply audit = market.control("GET", "/audit");
    assertThat(audit.text("writes.2.outcome")).isEqualTo("created");
    assertThat(audit.text("writes.3.outcome")).isEqualTo("repeated");
    assertThat(audit.text("writes.4.outcome")).isEqualTo("refused");
    assertThat(audit.size("violations")).isZero();
  }

  @Test
  void onlyAFundedMilestoneCanBeReleased() {
    String milestoneId = market.milestone(market.hired("prp_4"), "second", 250);
    Reply early = market.post("/milestones/" + milestoneId + "/approve");
    assertThat(early.text("details.reason")).isEqualTo("milestone_not_funded");
    market.control("POST", "/milestones/" + milestoneId + "/fund");
    market.control("POST", "/milestones/" + milestoneId + "/pay");
    Reply late = market.post("/milestones/" + milestoneId + "/approve");
    assertThat(late.text("details.reason")).isEqualTo("milestone_not_funded");
    assertThat(late.text("details.milestoneStatus")).isEqualTo("PAID");
  }

  @Test
  void aCancelledMilestoneLeavesTheContractAndItsNumberStaysUsed() {
    String contractId = market.hired("prp_4");
    String second = market.milestone(contractId, "second", 250);
    market.control("POST", "/milestones/" + second + "/cancel");
    assertThat(market.post("/milestones/" + second + "/fund").text("details.reason"))
        .isEqualTo("milestone_cancelled");
    market.milestone(contractId, "third", 100);
    Reply contract = market.get("/contracts/" + contractId);
    assertThat(contract.size("contract.milestones")).isEqualTo(2);
    assertThat(contract.number("contract.milestones.1.milestoneNumber")).isEqualTo(3);
  }

  @Test
  void aRequestedPayoutShowsBesideTheFundedState() {
    String contractId = market.hired("prp_4");
    String path = "/contracts/" + contractId;
    String milestoneId = market.get(path).text("contract.milestones.0.id");
    market.control("POST", "/milestones/" + milestoneId + "/request-payout");
    Reply contract = market.get(path);
    assertThat(contract.text("contract.milestones.0.status")).isEqualTo("ACTIVE_FUNDED");
    assertThat(contract.text("contract.milestones.0.pendingApproval")).isEqualTo("true");
  }

  @Test
  void payByTheHourNeedsAVolumeWorthTheAmount() {
    String contractId = market.hired("prp_hourly");
    String path = "/contracts/" + contractId + "/milestones";
    assertThat(market.post(path, "{\"description\": \"x\"}").text("details.field"))
        .isEqualTo("volume");
    assertThat(
            market
                .post(path, "{\"description\": \"x\", \"volume\": 4, \"amountUsd\": 99}")
                .text("details.field"))
        .isEqualTo("amountUsd");
    Reply made = market.post(path, "{\"description\": \"x\", \"volume\": 4.5}");
    assertThat(made.text("milestone.amountUsd")).isEqualTo("112.5");
    assertThat(made.text("milestone.volume")).isEqualTo("4.5");
  }

  @Test
  void aContractWithoutARateCannotTakeMilestones() {
    String contractId = market.hired("prp_no_rate");
    Reply refused =
        market.post(
            "/contracts/" + contractId + "/milestones", "{\"description\": \"x\", \"volume\": 4}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("details.reason")).isEqualTo("contract_rate_missing");
  }

  @Test
  void anEndedContractTakesNothingMore() {
    String contractId = market.hired("prp_4");
    market.control("POST", "/contracts/" + contractId + "/end");
    String path = "/contracts/" + contractId;
    assertThat(
            market
                .post(path + "/milestones", "{\"description\": \"x\", \"amountUsd\": 1}")
                .text("details.reason"))
        .isEqualTo("contract_ended");
    assertThat(market.post(path + "/end").text("details.reason")).isEqualTo("contract_ended");
  }

  @Test
  void crossingEightyAndAHundredPercentOfTheBudgetRings() {
    String contractId = market.hired("prp_hourly");
    String path = "/contracts/" + contractId;
    assertThat(market.get(path).text("contract.budget.fundedVolume")).isEqualTo("18");
    String cursor = market.get("/updates?limit=200").text("nextCursor");
    for (int hours : new int[] {14, 1, 3}) {
      market.control("POST", path + "/usage", "{\"seconds\": %d}".formatted(hours * 3_600));
    }
    Reply events = market.get("/updates?cursor=" + cursor);
    assertThat(events.size("events")).isEqualTo(2);
    assertThat(events.text("events.0.data.state")).isEqualTo("LOW");
    assertThat(events.text("events.0.data.consumedFraction")).isEqualTo("0.8333");
    assertThat(events.text("events.1.data.previousState")).isEqualTo("LOW");
    assertThat(events.text("events.1.data.state")).isEqualTo("DEPLETED");
    assertThat(market.get(path).text("contract.budget.remainingVolume")).isEqualTo("0");
  }

  @Test
  void freshMoneyBringsTheBudgetBackAndRingsToo() {
    String contractId = market.hired("prp_hourly");
    String path = "/contracts/" + contractId;
    market.control("POST", path + "/usage", "{\"seconds\": 64800}");
    String cursor = market.get("/updates?limit=200").text("nextCursor");
    String more =
        market
            .post(path + "/milestones", "{\"description\": \"more\", \"volume\": 18}")
            .text("milestone.id");
    market.confirmed(market.post("/milestones/" + more + "/fund"));
    assertThat(market.get(path).text("contract.budget.consumedFraction")).isEqualTo("0.5");
    Reply events = market.get("/updates?cursor=" + cursor);
    assertThat(events.body()).contains("\"previousState\":\"DEPLETED\",\"state\":\"OK\"");
  }

  @Test
  void payPerLabelIsTheRateTimesTheVolumeToTheCent() {
    String contractId = market.hired("prp_label");
    String path = "/contracts/" + contractId;
    assertThat(market.get(path).text("contract.milestones.0.volume")).isEqualTo("7500");
    String body = "{\"description\": \"%s\", \"volume\": 1001.5, \"amountUsd\": %s}";
    Reply wrong = market.post(path + "/milestones", body.formatted("a", "60.08"));
    assertThat(wrong.text("details.field")).isEqualTo("amountUsd");
    Reply right = market.post(path + "/milestones", body.formatted("b", "60.09"));
    assertThat(right.text("milestone.amountUsd")).isEqualTo("60.09");
    Reply tiny = market.post(path + "/milestones", "{\"description\": \"c\", \"volume\": 0.25}");
    assertThat(tiny.text("milestone.amountUsd")).isEqualTo("0.02");
  }

  @Test
  void anEndSettlesDisputedMoneyTooAndAPersonDecidesWhereItGoes() {
    String contractId = market.hired("prp_4");
    String milestoneId = market.get("/contracts/" + contractId).text("contract.milestones.0.id");
    market.control("POST", "/milestones/" + milestoneId + "/dispute");
    Reply asked = market.post("/contracts/" + contractId + "/end");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(market.confirmed(asked).text("approval.status")).isEqualTo("confirmed");
    Reply credits = market.get("/credits");
    assertThat(credits.number("credits.reservedCents")).isZero();
    assertThat(credits.number("credits.availableCents")).isEqualTo(500_000 - 5_495);
    assertThat(market.control("GET", "/audit").size("violations")).isZero();
  }

  @Test
  void aDisputedMilestoneKeepsItsMoneyAndCannotBeReleased() {
    String contractId = market.hired("prp_4");
    String path = "/contracts/" + contractId;
    String milestoneId = market.get(path).text("contract.milestones.0.id");
    market.control("POST", "/milestones/" + milestoneId + "/dispute");
    Reply contract = market.get(path);
    assertThat(contract.text("contract.milestones.0.status")).isEqualTo("DISPUTED");
    assertThat(contract.text("contract.milestones.0.needsReview")).isEqualTo("true");
    assertThat(market.get("/credits").number("credits.reservedCents")).isEqualTo(45_000);
    assertThat(market.post("/milestones/" + milestoneId + "/approve").status()).isEqualTo(409);
  }

  @Test
  void aDisputeMayEndInTheTrainersFavour() {
    String contractId = market.hired("prp_4");
    String milestoneId = market.get("/contracts/" + contractId).text("contract.milestones.0.id");
    market.control("POST", "/milestones/" + milestoneId + "/dispute");
    Reply paid = market.control("POST", "/milestones/" + milestoneId + "/pay");
    assertThat(paid.text("contract.milestones.0.status")).isEqualTo("PAID");
    assertThat(market.get("/credits").number("credits.reservedCents")).isZero();
  }

  @Test
  void aRepeatedQuestionGetsItsAnswerThoughTheMeansAreGone() {
    String milestoneId = market.milestone(market.hired("prp_4"), "second", 250);
    Reply fund = market.post("/milestones/" + milestoneId + "/fund");
    String unfit = Market.HIRE.replaceFirst("\\{", "{\"confirmNotFitOverride\": true, ");
    Reply hire = market.post("/proposals/prp_unfit/hire", unfit);
    market.control("PUT", "/accounts/acc_1", "{\"card\": false, \"creditsCents\": 0}");
    assertThat(market.post("/milestones/" + milestoneId + "/fund").text("approval.id"))
        .isEqualTo(fund.text("approval.id"));
    assertThat(market.post("/proposals/prp_unfit/hire", Market.HIRE).text("approval.id"))
        .isEqualTo(hire.text("approval.id"));
  }
}
