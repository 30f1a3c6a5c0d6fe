package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsTest extends SandboxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | /people | {\"approvals\": 1} | approvals",
        "PUT | /people | {\"approvals\": [{\"decision\": \"shrug\"}]} | approvals[0].decision",
        "PUT | /people | {\"approvals\": [{\"type\": \"x\", \"decision\": \"confirm\"}]} |"
            + " approvals[0].type",
        "PUT | /people | {\"approvals\": [null]} | approvals[0]",
        "PUT | /people | {\"approvals\": [[{\"decision\": \"confirm\"}]]} | approvals[0]",
        "PUT | /people | {\"approvals\": [{\"decision\": \"confirm\", \"mood\": 1}]} |"
            + " approvals[0].mood",
        "PUT | /people | {\"trainer\": {\"delayMs\": -1}} | trainer.delayMs",
        "PUT | /people | {\"trainer\": {\"delayMs\": \"1\"}} | trainer.delayMs",
        "PUT | /people | {\"trainer\": {\"delayMs\": 9223372036854775808}} | trainer.delayMs",
        "PUT | /accounts/acc_1 | {\"features\": {\"public_api_hiring\": 1}} |"
            + " features.public_api_hiring",
        "POST | /contracts/none/milestones | {\"description\": \"x\", \"amountUsd\": 1, \"mood\":"
            + " 1} | mood",
        "PUT | /settings | {\"approvalWindowMs\": 0} | approvalWindowMs",
        "PUT | /settings | {\"sweeper\": \"yes\"} | sweeper",
        "PUT | /accounts/acc_1 | {\"claimed\": 1} | claimed",
        "PUT | /accounts/acc_1 | {\"creditsCents\": 1.5} | creditsCents",
        "PUT | /accounts/acc_1 | {\"scopes\": [\"all\"]} | scopes",
        "PUT | /accounts/acc_1 | {\"features\": {\"magic\": true}} | features.magic",
        "POST | /proposals | {\"count\": 100001} | count",
        "POST | /proposals | {\"id\": \"prp_1\"} | id",
        "POST | /proposals | {\"paymentType\": \"BARTER\"} | paymentType",
        "POST | /proposals | {\"rateUsd\": 0} | rateUsd",
        "POST | /proposals | {\"job\": \"job_none\"} | job",
        "POST | /proposals/prp_4/hire | {} | milestone",
        "POST | /contracts/none/milestones | {\"amountUsd\": 1} | description",
        "POST | /approvals/none/confirm | {\"edit\": {\"amount\": 0}} | edit.amount",
        "POST | /approvals/none/confirm | {\"source\": \"cash\"} | source",
        "POST | /contracts/none/end | {\"escrow\": \"burn\"} | escrow"
      })
  void aWrongFieldIsNamedAndNothingChanges(String method, String path, String body, String field) {
    String account = market.control("GET", "/accounts/acc_1").body();
    Reply reply = market.control(method, path, body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("details.field")).isEqualTo(field);
    assertThat(market.control("GET", "/accounts/acc_1").body()).isEqualTo(account);
    assertThat(market.control("GET", "/people").size("approvals")).isZero();
  }

  @Test
  void aBodyIsJsonWhateverItsContentTypeSays() throws IOException {
    Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
    String policy = "{\"approvals\": [{\"decision\": \"confirm\"}]}";
    Reply set = market.trySend("PUT", "/sandbox/people", policy, form);
    assertThat(set.text("approvals.0.decision")).isEqualTo("confirm");
  }

  @Test
  void settingsStayWhenNothingIsSaidAboutThem() {
    String before = market.control("GET", "/settings").body();
    assertThat(market.control("PUT", "/settings", "{}").body()).isEqualTo(before);
    assertThat(market.control("PUT", "/settings", "{\"sweeper\": null}").body()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/accounts/none", "POST,/approvals/none/confirm", "POST,/approvals/none/decline",
    "POST,/milestones/none/fund", "POST,/milestones/none/pay", "POST,/milestones/none/cancel",
    "POST,/milestones/none/request-payout", "POST,/contracts/none/end"
  })
  void anUnknownIdIsNotFound(String method, String path) {
    assertThat(market.control(method, path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"edit\": {\"amount\": 10}} | edit", "{\"escrow\": \"release\"} | escrow"})
  void aChoiceThatTheApprovalDoesNotOfferIsRefused(String body, String field) {
    String milestone = market.milestone(market.hired("prp_4"), "second", 40);
    String id = market.post("/milestones/" + milestone + "/fund").text("approval.id");
    Reply refused = market.control("POST", "/approvals/" + id + "/confirm", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("details.field")).isEqualTo(field);
    assertThat(market.get("/approvals/" + id).text("approval.status")).isEqualTo("pending");
  }

  @Test
  void aProposalIsMadeToMeasure() {
    Reply made =
        market.control(
            "POST",
            "/proposals",
            "{\"id\": \"prp_x\", \"paymentType\": \"PAY_PER_LABEL\", \"rateUsd\": 0.06,"
                + " \"candidate\": {\"firstName\": \"Ada\", \"lastNameInitial\": \"L\"}}");
    assertThat(made.text("proposals.0")).isEqualTo("prp_x");
    Reply proposal = market.get("/proposals/prp_x");
    assertThat(proposal.text("proposal.bid.amountUsd")).isEqualTo("0.06");
    assertThat(proposal.text("proposal.bid.unit")).isEqualTo("PER_LABEL");
    assertThat(proposal.text("proposal.candidate.displayName")).isEqualTo("Ada L.");
  }

  @Test
  void manyProposalsAreMadeAtOnceAndListedPageByPage() {
    Reply made = market.control("POST", "/proposals", "{\"count\": 130}");
    assertThat(made.size("proposals")).isEqualTo(130);
    Reply first = market.get("/jobs/job_1/proposals?limit=500");
    assertThat(first.size("proposals")).isEqualTo(100);
    assertThat(first.text("proposals.0.id")).isEqualTo(made.text("proposals.129"));
    Reply second = market.get("/jobs/job_1/proposals?limit=100&cursor=" + first.text("nextCursor"));
    assertThat(second.size("proposals")).isEqualTo(40);
    assertThat(second.at("nextCursor").isNull()).isTrue();
  }

  @Test
  void proposalsAreFilteredByStatusInAnySpelling() {
    assertThat(market.get("/jobs/job_2/proposals?status=not%20a-fit").size("proposals"))
        .isEqualTo(1);
    Reply refused = market.get("/jobs/job_2/proposals?status=odd");
    assertThat(refused.size("details.supportedStatuses")).isEqualTo(7);
  }

  @Test
  void aResetForgetsTheWorldButNeverGivesAnIdTwice() {
    String before = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    market.control("POST", "/reset");
    assertThat(market.get("/approvals/" + before).status()).isEqualTo(404);
    assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id"))
        .isNotEqualTo(before);
  }

  @Test
  void moneyMovedInTheAppIsToldApartInTheAudit() {
    String contractId = market.hired("prp_4");
    String milestoneId = market.milestone(contractId, "second", 250);
    market.control("POST", "/milestones/" + milestoneId + "/fund");
    Reply audit = market.control("GET", "/audit");
    assertThat(audit.text("moneyEffects.0.inApp")).isEqualTo("false");
    assertThat(audit.text("moneyEffects.2.inApp")).isEqualTo("true");
    assertThat(audit.at("moneyEffects.2.approvalId").isNull()).isTrue();
    assertThat(audit.size("violations")).isZero();
  }

  @Test
  void anApprovalOfAnotherTokenIsHiddenFromATeamMember() {
    String owners = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    Market member = market.as("ot_pat_sandbox_member");
    assertThat(member.get("/approvals/" + owners).status()).isEqualTo(404);
    String members = member.post("/proposals/prp_5/hire", Market.HIRE).text("approval.id");
    assertThat(member.get("/approvals/" + members).status()).isEqualTo(200);
    assertThat(market.get("/approvals/" + members).status()).isEqualTo(200);
  }

  @Test
  void itSaysThatItIsReady() {
    Reply ready = market.send("GET", "/health/readiness", "");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.text("status")).isEqualTo("UP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | /settings | {\"sweeper\": true, \"sweeper\": false} | sweeper",
        "PUT | /clock | {\"speed\": 1, \"speed\": 2} | speed",
        "POST | /faults | {\"kind\": \"refuse\", \"path\": \"/x\", \"path\": \"/y\"} | path",
        "PUT | /opencontract/people | {\"seed\": 1, \"seed\": 2} | seed"
      })
  void aFieldThatStandsTwiceIsRefused(String method, String path, String body, String field) {
    Reply refused = market.control(method, path, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains(field + " stands twice; send it once");
  }
}
