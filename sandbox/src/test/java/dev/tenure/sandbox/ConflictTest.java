package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every reason for a 409, met on the way a client would meet it, and without any effect. */
class ConflictTest extends SandboxTest {
  private String contract = "";
  private String milestone = "";

  @BeforeEach
  void hire() {
    contract = market.hired("prp_4");
    milestone = market.milestone(contract, "second", 250);
  }

  @Test
  void aHireMeetsTheStateOfItsProposalAndOfTheMoney() {
    refused(market.post("/proposals/prp_4/hire", Market.HIRE), "already_accepted");
    refused(market.post("/proposals/prp_unfit/hire", Market.HIRE), "not_fit_confirmation_required");
    account("{\"card\": false, \"creditsCents\": 50494}");
    Reply poor = market.post("/proposals/prp_5/hire", Market.HIRE);
    refused(poor, "payment_method_required");
    assertThat(poor.text("details.billingUrl")).startsWith(sandbox.url());
    account("{\"creditsCents\": 50495}");
    assertThat(market.post("/proposals/prp_5/hire", Market.HIRE).status()).isEqualTo(202);
  }

  @Test
  void aFundingMeetsTheStateOfItsMilestoneAndOfTheMoney() {
    account("{\"card\": false, \"creditsCents\": 27499}");
    Reply poor = market.post("/milestones/" + milestone + "/fund");
    refused(poor, "payment_method_required");
    assertThat(poor.text("details.billingUrl")).startsWith(sandbox.url());
    account("{\"card\": true}");
    market.control("POST", "/milestones/" + milestone + "/fund");
    refused(market.post("/milestones/" + milestone + "/fund"), "milestone_not_fundable");
    market.control("POST", "/milestones/" + milestone + "/cancel");
    refused(market.post("/milestones/" + milestone + "/fund"), "milestone_cancelled");
    refused(market.post("/milestones/" + milestone + "/approve"), "milestone_cancelled");
  }

  @Test
  void aReleaseNeedsMoneyBehindItsMilestone() {
    refused(market.post("/milestones/" + milestone + "/approve"), "milestone_not_funded");
  }

  @Test
  void anEndedContractRefusesEverything() {
    String first = market.get("/contracts/" + contract).text("contract.milestones.0.id");
    market.control("POST", "/milestones/" + first + "/pay");
    assertThat(market.post("/contracts/" + contract + "/end").status()).isEqualTo(200);
    refused(market.post("/milestones/" + milestone + "/fund"), "contract_ended");
    refused(market.post("/milestones/" + first + "/approve"), "contract_ended");
    refused(market.post("/contracts/" + contract + "/end"), "contract_ended");
    refused(
        market.post(
            "/contracts/" + contract + "/milestones", "{\"description\": \"x\", \"amountUsd\": 1}"),
        "contract_ended");
  }

  @Test
  void aJobMeetsWhetherItWasPublished() {
    Reply draft = market.post("/job-drafts", "{\"description\": \"Count the cars.\"}");
    String job = draft.text("jobId");
    Reply incomplete = market.post("/jobs/" + job + "/publish");
    refused(incomplete, "draft_incomplete");
    assertThat(incomplete.text("details.missingFields.0")).isEqualTo("title");
    String invite = "{\"freelancerId\": \"usr_1\"}";
    refused(market.post("/jobs/" + job + "/invites", invite), "job_not_published");
    refused(
        market.post("/jobs/job_1/invites", "{\"freelancerId\": \"usr_none\"}"), "not_a_freelancer");
    refused(
        market.send("PATCH", Market.API + "/job-drafts/job_1", "{\"title\": \"x\"}"),
        "job_not_draft");
  }

  @Test
  void theTwentySixthActiveTokenIsOneTooMany() {
    Reply made = market.post("/tokens", "{}");
    for (int i = 3; i < 25; i++) {
      made = market.post("/tokens", "{}");
      assertThat(made.status()).isEqualTo(201);
    }
    refused(market.post("/tokens", "{}"), "token_limit_reached");
    market.send("DELETE", Market.API + "/tokens/" + made.text("metadata.id"), "");
    assertThat(market.post("/tokens", "{}").status()).isEqualTo(201);
  }

  private static void refused(Reply reply, String reason) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(409);
    assertThat(reply.text("code")).isEqualTo("CONFLICT");
    assertThat(reply.text("details.reason")).isEqualTo(reason);
  }

  private void account(String change) {
    assertThat(market.control("PUT", "/accounts/acc_1", change).status()).isEqualTo(200);
  }
}
