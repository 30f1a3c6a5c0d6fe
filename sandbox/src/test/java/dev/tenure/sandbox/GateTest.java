package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each call with what it needs; every way to be turned away, in the documented order. */
class GateTest extends SandboxTest {
  private String contract = "";
  private String milestone = "";
  private String approval = "";

  @BeforeEach
  void hire() {
    contract = market.hired("prp_4");
    milestone = market.milestone(contract, "second", 250);
    approval = market.post("/proposals/prp_7/hire", Market.HIRE).text("approval.id");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/auth/me",
    "GET,/job-drafts/capabilities",
    "GET,/updates",
    "GET,/credits",
    "GET,/credits/ledger",
    "GET,/payments/pending",
    "GET,/contracts",
    "GET,/contracts/{contract}",
    "GET,/approvals/{approval}",
    "GET,/proposals/prp_1",
    "GET,/jobs/job_1/proposals",
    "GET,/proposals/prp_1/interview",
    "GET,/freelancers/usr_1",
    "GET,/messages",
    "GET,/team",
    "GET,/tokens",
    "GET,/webhooks",
    "GET,/webhooks/none",
    "DELETE,/webhooks/none",
    "POST,/webhooks",
    "POST,/job-drafts",
    "PATCH,/job-drafts/none",
    "POST,/jobs/job_1/publish",
    "POST,/jobs/job_1/invites",
    "GET,/credits/top-ups/none",
    "DELETE,/tokens/none",
    "POST,/tokens",
    "POST,/team/invites",
    "POST,/messages",
    "POST,/credits/top-ups",
    "POST,/proposals/prp_5/conversation",
    "POST,/proposals/prp_5/hire",
    "POST,/contracts/{contract}/milestones",
    "POST,/contracts/{contract}/end",
    "POST,/milestones/{milestone}/fund",
    "POST,/milestones/{milestone}/approve"
  })
  void withoutAGoodTokenEveryCallIs401(String method, String path) {
    for (String token : List.of("", "ot_pat_unknown")) {
      Reply reply = market.as(token).send(method, Market.API + at(path), "{not json");
      assertThat(reply.status()).as(token).isEqualTo(401);
      assertThat(reply.text("code")).isEqualTo("UNAUTHORIZED");
      assertThat(reply.text("requestId")).isNotEmpty();
      assertThat(reply.json().get("details")).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/updates,proposals:read",
    "GET,/credits,payments:read",
    "GET,/credits/ledger,payments:read",
    "GET,/payments/pending,payments:read",
    "GET,/contracts,payments:read",
    "GET,/contracts/{contract},payments:read",
    "GET,/approvals/{approval},payments:read",
    "GET,/proposals/prp_1,proposals:read",
    "GET,/jobs/job_1/proposals,proposals:read",
    "POST,/proposals/prp_5/hire,proposals:write",
    "POST,/contracts/{contract}/milestones,payments:write",
    "POST,/contracts/{contract}/end,payments:write",
    "POST,/milestones/{milestone}/fund,payments:write",
    "POST,/milestones/{milestone}/approve,payments:write",
    "GET,/proposals/prp_1/interview,proposals:read",
    "GET,/freelancers/usr_1,proposals:read",
    "GET,/messages,messages:read",
    "GET,/team,team:read",
    "GET,/webhooks,webhooks:manage",
    "GET,/webhooks/none,webhooks:manage",
    "DELETE,/webhooks/none,webhooks:manage",
    "POST,/webhooks,webhooks:manage",
    "POST,/jobs/job_1/invites,proposals:write",
    "GET,/credits/top-ups/none,payments:read",
    "POST,/team/invites,team:write",
    "POST,/messages,messages:write",
    "POST,/credits/top-ups,payments:write",
    "POST,/proposals/prp_5/conversation,messages:write"
  })
  void aMissingScopeIsNamedBeforeAnythingElseIsLookedAt(String method, String path, String scope) {
    account(
        "{\"scopes\": [\"jobs:write\"], \"claimed\": false,"
            + " \"features\": {\"public_api_credits\": false}}");
    Reply reply = market.send(method, Market.API + at(path), "{not json");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.at("details.requiredScopes").values().iterator().next().getStringValue())
        .isEqualTo(scope);
    assertThat(reply.text("details.grantedScopes.0")).isEqualTo("jobs:write");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/job-drafts/capabilities,public_api_job_drafting",
    "GET,/credits,public_api_credits",
    "GET,/credits/ledger,public_api_credits",
    "POST,/proposals/prp_5/hire,public_api_hiring",
    "POST,/contracts/{contract}/milestones,public_api_payments_write",
    "POST,/contracts/{contract}/end,public_api_payments_write",
    "POST,/milestones/{milestone}/fund,public_api_payments_write",
    "POST,/milestones/{milestone}/approve,public_api_payments_write",
    "GET,/team,public_api_team",
    "GET,/webhooks,public_api_webhooks",
    "GET,/webhooks/none,public_api_webhooks",
    "DELETE,/webhooks/none,public_api_webhooks",
    "POST,/webhooks,public_api_webhooks",
    "POST,/job-drafts,public_api_job_drafting",
    "PATCH,/job-drafts/none,public_api_job_drafting",
    "POST,/jobs/job_1/publish,public_api_job_publishing",
    "POST,/jobs/job_1/invites,public_api_hiring",
    "GET,/credits/top-ups/none,public_api_credits",
    "POST,/team/invites,public_api_team",
    "POST,/messages,public_api_messaging_writes",
    "POST,/credits/top-ups,public_api_credits",
    "POST,/proposals/prp_5/conversation,public_api_messaging_writes"
  })
  void aFeatureThatIsOffIsNamedBeforeTheClaim(String method, String path, String feature) {
    account("{\"claimed\": false, \"features\": {\"%s\": false}}".formatted(feature));
    Reply reply = market.send(method, Market.API + at(path), "{not json");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text("details.featureKey")).isEqualTo(feature);
  }

  @ParameterizedTest
  @CsvSource({
    "/proposals/prp_5/hire",
    "/contracts/{contract}/milestones",
    "/contracts/{contract}/end",
    "/milestones/{milestone}/fund",
    "/milestones/{milestone}/approve",
    "/jobs/job_1/invites",
    "/team/invites",
    "/messages",
    "/credits/top-ups",
    "/proposals/prp_5/conversation"
  })
  void anUnclaimedAccountIsSentToItsClaimPageBeforeTheBodyIsRead(String path) {
    account("{\"claimed\": false}");
    Reply reply = market.post(at(path), "{not json");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text("details.reason")).isEqualTo("account_claim_required");
    assertThat(reply.text("details.claimUrl")).isEqualTo(sandbox.url() + "/claim");
    assertThat(market.get("/contracts/" + contract).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/proposals/none/hire | {} | milestone",
        "/proposals/none/hire | {\"milestone\": 1} | milestone",
        "/proposals/none/hire | {\"milestone\": {\"amount\": 1}} | milestone.name",
        "/proposals/none/hire | {\"milestone\": {\"name\": \" \", \"amount\": 1}} | milestone.name",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\"}} | milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": 0}} | milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": 1.005}} | milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": 1e400}} | milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": \"1\"}} | milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": 1, \"dueDate\": \"soon\"}} | milestone.dueDate",
        "/proposals/none/hire | {\"confirmNotFitOverride\": 1, \"milestone\": {\"name\": \"x\", \"amount\": 1}} | confirmNotFitOverride",
        "/contracts/none/milestones | {\"amountUsd\": 1} | description",
        "/contracts/none/milestones | {\"description\": \"\", \"amountUsd\": 1} | description",
        "/contracts/none/milestones | {\"description\": \"x\", \"amountUsd\": -1} | amountUsd",
        "/contracts/none/milestones | {\"description\": \"x\", \"volume\": 0} | volume",
        "/contracts/none/milestones | {\"description\": \"x\", \"amountUsd\": 1, \"dueDate\": \"2026-02-30\"} | dueDate",
        "/contracts/{contract}/milestones | {\"description\": \"x\"} | amountUsd",
        "/credits/top-ups | {} | amountUsd",
        "/credits/top-ups | {\"amountUsd\": 9.99} | amountUsd",
        "/credits/top-ups | {\"amount\": 10001} | amountUsd",
        "/tokens | {\"expiresAt\": \"2020-01-01\"} | expiresAt",
        "/tokens | {\"name\": 1} | name"
      })
  void aWrongFieldIsNamedBeforeTheIdIsLookedUp(String path, String body, String field) {
    Reply reply = market.post(at(path), body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("code")).isEqualTo("BAD_REQUEST");
    assertThat(reply.text("details.field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "/updates?limit=0,limit",
    "/updates?limit=201,limit",
    "/updates?cursor=x,cursor",
    "/updates?cursor=-1,cursor",
    "/credits/ledger?limit=101,limit",
    "/credits/ledger?cursor=x,cursor",
    "/contracts?status=odd,status",
    "/jobs/job_1/proposals?limit=0,limit",
    "/jobs/job_1/proposals?cursor=x,cursor",
    "/jobs?limit=0,limit",
    "/jobs?cursor=x,cursor",
    "/jobs/changes,since",
    "/jobs/changes?since=soon,since",
    "/messages?limit=101,limit",
    "/messages?filter=odd,filter",
    "/messages?conversationId=none&direction=odd,direction",
    "/messages?conversationId=none&cursor=x,cursor"
  })
  void aWrongParameterIsNamed(String path, String field) {
    Reply reply = market.get(path);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("details.field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"not json", "[1]", "'{\"a\": '", "''"})
  void aBodyThatIsNoJsonObjectIsRefused(String body) {
    Reply reply = market.post("/proposals/prp_5/hire", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("code")).isEqualTo("BAD_REQUEST");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/contracts/none,404,contracts",
    "GET,/approvals/none,404,approvals",
    "GET,/proposals/none,404,proposals",
    "GET,/jobs/none/proposals,404,jobs",
    "GET,/contracts?jobId=none,404,jobs",
    "POST,/proposals/none/hire,404,proposals",
    "POST,/contracts/none/milestones,404,contracts",
    "POST,/contracts/none/end,404,contracts",
    "POST,/milestones/none/fund,404,milestones",
    "POST,/milestones/none/approve,404,milestones",
    "GET,/proposals/none/interview,404,proposals",
    "GET,/freelancers/none,404,freelancers",
    "GET,/webhooks/none,404,webhooks",
    "DELETE,/webhooks/none,404,webhooks",
    "POST,/jobs/none/publish,404,jobs",
    "GET,/messages?conversationId=none,404,conversations",
    "GET,/credits/top-ups/none,404,credit-top-ups",
    "POST,/proposals/none/conversation,404,proposals"
  })
  void anUnknownIdIsNotFound(String method, String path, int status, String resource) {
    Reply reply = market.send(method, Market.API + path, goodBody(path));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text("details.resource")).isEqualTo(resource);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/contracts/{contract},404",
    "GET,/approvals/{approval},404",
    "GET,/proposals/prp_1,403",
    "GET,/jobs/job_1/proposals,403",
    "GET,/contracts?jobId=job_1,403",
    "GET,/proposals/prp_1/interview,403",
    "POST,/proposals/prp_1/conversation,403",
    "POST,/jobs/job_1/publish,403",
    "POST,/proposals/prp_5/hire,403",
    "POST,/contracts/{contract}/milestones,404",
    "POST,/contracts/{contract}/end,404",
    "POST,/milestones/{milestone}/fund,404",
    "POST,/milestones/{milestone}/approve,404"
  })
  void whatBelongsToAnotherAccountIsHiddenOrForbidden(String method, String path, int status) {
    Market stranger = market.as("ot_pat_sandbox_stranger");
    Reply reply = stranger.send(method, Market.API + at(path), goodBody(path));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(stranger.get("/contracts").size("contracts")).isZero();
  }

  private String at(String path) {
    return path.replace("{contract}", contract)
        .replace("{milestone}", milestone)
        .replace("{approval}", approval);
  }

  private static String goodBody(String path) {
    if (path.endsWith("/hire")) {
      return Market.HIRE;
    }
    return path.endsWith("/milestones") ? "{\"description\": \"x\", \"amountUsd\": 1}" : "";
  }

  private void account(String change) {
    assertThat(market.control("PUT", "/accounts/acc_1", change).status()).isEqualTo(200);
  }
}
