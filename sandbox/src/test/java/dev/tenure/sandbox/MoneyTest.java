package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyTest extends SandboxTest {
  @Test
  void aHireFromCreditsHoldsAmountAndFeesAndTakesTheFees() {
    market.hired("prp_4");
    Reply credits = market.get("/credits");
    assertThat(credits.number("credits.availableCents")).isEqualTo(500_000 - 50_495);
    assertThat(credits.number("credits.reservedCents")).isEqualTo(45_000);
    assertThat(credits.text("credits.recentEntries.0.type")).isEqualTo("CAPTURE");
    assertThat(credits.number("credits.recentEntries.0.amountCents")).isEqualTo(-5_495);
    assertThat(credits.text("credits.recentEntries.1.type")).isEqualTo("HOLD");
    assertThat(credits.number("credits.recentEntries.1.amountCents")).isEqualTo(-50_495);
    assertThat(credits.text("credits.recentEntries.1.jobofferId")).isEqualTo("prp_4");
    assertThat(credits.text("credits.recentEntries.0.holdEntryId"))
        .isEqualTo(credits.text("credits.recentEntries.1.id"));
  }

  @Test
  void aLaterMilestoneCostsTenPercentHalfUpAndNoInitiationFee() {
    String contractId = market.hired("prp_4");
    Reply created =
        market.post(
            "/contracts/" + contractId + "/milestones",
            "{\"description\": \"odd\", \"amountUsd\": 0.05}");
    Reply done =
        market.confirmed(market.post("/milestones/" + created.text("milestone.id") + "/fund"));
    assertThat(done.at("approval.result").get("paymentIntentId")).isNull();
    assertThat(done.text("approval.result.invoiceId")).isNotEmpty();
    Reply ledger = market.get("/credits/ledger?limit=2");
    assertThat(ledger.number("entries.0.amountCents")).isEqualTo(-1);
    assertThat(ledger.number("entries.1.amountCents")).isEqualTo(-6);
  }

  @Test
  void aReleasePaysOutOfWhatIsHeld() {
    String contractId = market.hired("prp_4");
    String milestoneId = market.get("/contracts/" + contractId).text("contract.milestones.0.id");
    Reply done = market.confirmed(market.post("/milestones/" + milestoneId + "/approve"));
    assertThat(done.text("approval.result.payoutTransactionId")).isNotEmpty();
    Reply credits = market.get("/credits");
    assertThat(credits.number("credits.reservedCents")).isZero();
    assertThat(credits.number("credits.availableCents")).isEqualTo(500_000 - 50_495);
    Reply contract = market.get("/contracts/" + contractId);
    assertThat(contract.text("contract.milestones.0.status")).isEqualTo("PAID");
    assertThat(contract.text("contract.hasActiveMilestone")).isEqualTo("false");
  }

  @Test
  void anEndWithEscrowWaitsForAPersonAndGivesTheEscrowBack() {
    String contractId = market.hired("prp_4");
    Reply asked = market.post("/contracts/" + contractId + "/end");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(market.post("/contracts/" + contractId + "/end").text("approval.id"))
        .isEqualTo(asked.text("approval.id"));
    assertThat(market.confirmed(asked).text("approval.result.contractEnded")).isEqualTo("true");
    Reply contract = market.get("/contracts/" + contractId);
    assertThat(contract.text("contract.status")).isEqualTo("ended");
    assertThat(contract.size("contract.milestones")).isZero();
    assertThat(market.get("/credits").number("credits.availableCents")).isEqualTo(500_000 - 5_495);
    assertThat(market.get("/credits/ledger").text("entries.0.type")).isEqualTo("HOLD_RELEASE");
  }

  @Test
  void anEndExpiresWhatWasStillAskedForOnTheContract() {
    String contractId = market.hired("prp_4");
    String milestoneId = market.milestone(contractId, "second", 250);
    String fund = market.post("/milestones/" + milestoneId + "/fund").text("approval.id");
    market.control("POST", "/contracts/" + contractId + "/end", "{\"escrow\": \"release\"}");
    assertThat(market.get("/approvals/" + fund).text("approval.status")).isEqualTo("expired");
    Reply late = market.post("/milestones/" + milestoneId + "/fund");
    assertThat(late.text("details.reason")).isEqualTo("contract_ended");
  }

  @Test
  void withoutCardAndEnoughCreditsAHireIsRefusedWithTheBillingPage() {
    account("{\"card\": false, \"creditsCents\": 50494}");
    Reply refused = market.post("/proposals/prp_4/hire", Market.HIRE);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("details.reason")).isEqualTo("payment_method_required");
    assertThat(refused.text("details.billingUrl")).startsWith(sandbox.url());
    account("{\"creditsCents\": 50495}");
    assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).status()).isEqualTo(202);
  }

  @Test
  void theCardPaysWhenTheCreditsDoNotCoverIt() {
    account("{\"creditsCents\": 100}");
    String contractId = market.hired("prp_4");
    Reply done =
        market.confirmed(
            market.post("/milestones/" + market.milestone(contractId, "second", 250) + "/fund"));
    assertThat(done.text("approval.result.paymentIntentId")).isNotEmpty();
    assertThat(market.get("/credits").number("credits.availableCents")).isEqualTo(100);
  }

  @Test
  void aDeclinedCardLeavesTheApprovalPendingAndABillOpen() {
    String contractId = market.hired("prp_4");
    String milestoneId = market.milestone(contractId, "second", 250);
    Reply asked = market.post("/milestones/" + milestoneId + "/fund");
    String path = "/approvals/" + asked.text("approval.id");
    account("{\"cardDeclines\": true, \"creditsCents\": 0}");
    assertThat(market.control("POST", path + "/confirm").text("details.reason"))
        .isEqualTo("card_declined");
    assertThat(market.get(path).text("approval.status")).isEqualTo("pending");
    Reply pending = market.get("/payments/pending");
    assertThat(pending.text("payments.0.status")).isEqualTo("PENDING_FUNDING");
    assertThat(pending.text("payments.0.amountUsd")).isEqualTo("250");
    assertThat(pending.text("payments.0.milestone.id")).isEqualTo(milestoneId);
    account("{\"cardDeclines\": false}");
    assertThat(market.control("POST", path + "/confirm").text("approval.result.invoiceId"))
        .isEqualTo(pending.text("payments.0.id"));
    assertThat(market.get("/payments/pending").size("payments")).isZero();
  }

  @Test
  void thePersonMayPickTheCard() {
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    market.control("POST", "/approvals/" + id + "/confirm", "{\"source\": \"card\"}");
    assertThat(market.get("/credits").number("credits.availableCents")).isEqualTo(500_000);
  }

  @Test
  void theLedgerIsReadPageByPage() {
    market.hired("prp_4");
    Reply first = market.get("/credits/ledger?limit=2");
    assertThat(first.size("entries")).isEqualTo(2);
    Reply second = market.get("/credits/ledger?limit=2&cursor=" + first.text("nextCursor"));
    assertThat(second.text("entries.0.type")).isEqualTo("TOP_UP");
    assertThat(second.at("nextCursor").isNull()).isTrue();
  }

  private void account(String change) {
    assertThat(market.control("PUT", "/accounts/acc_1", change).status()).isEqualTo(200);
  }
}
