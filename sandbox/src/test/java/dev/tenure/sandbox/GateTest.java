package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each call with what it needs; every way to be turned away, in the documented order. */
class GateTest extends MidwayTest {
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

  private void account(String change) {
    assertThat(market.control("PUT", "/accounts/acc_1", change).status()).isEqualTo(200);
  }
}
