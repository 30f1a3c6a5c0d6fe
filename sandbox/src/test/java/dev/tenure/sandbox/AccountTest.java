package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountTest extends SandboxTest {
  @Test
  void aNewTokenWorksUntilItIsRevoked() {
    Reply made = market.post("/tokens", "{\"name\": \"ci\", \"scopes\": [\"payments:read\"]}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("metadata.status")).isEqualTo("active");
    Market other = market.as(made.text("token"));
    assertThat(other.get("/contracts").status()).isEqualTo(200);
    assertThat(other.get("/team").status()).isEqualTo(403);
    String id = made.text("metadata.id");
    Reply revoked = market.send("DELETE", Market.API + "/tokens/" + id, "");
    assertThat(revoked.text("token.status")).isEqualTo("revoked");
    assertThat(other.get("/contracts").status()).isEqualTo(401);
    assertThat(market.get("/tokens").text("tokens.0.id")).isEqualTo(id);
    assertThat(market.get("/tokens").body()).doesNotContain(made.text("token"));
  }

  @Test
  void aTokenRemembersItsLastUseToTheMinute() {
    Reply made = market.post("/tokens", "{}");
    assertThat(made.at("metadata.lastUsedAt").isNull()).isTrue();
    Market other = market.as(made.text("token"));
    assertThat(other.get("/contracts/none").status()).isEqualTo(404);
    assertThat(lastUse(made)).isEqualTo("2026-06-12T09:30:00.000Z");
    clock.pass(Duration.ofSeconds(59));
    other.get("/auth/me");
    assertThat(lastUse(made)).isEqualTo("2026-06-12T09:30:00.000Z");
    clock.pass(Duration.ofSeconds(1));
    other.get("/auth/me");
    assertThat(lastUse(made)).isEqualTo("2026-06-12T09:31:00.000Z");
  }

  private String lastUse(Reply made) {
    Reply tokens = market.get("/tokens");
    for (int i = 0; i < tokens.size("tokens"); i++) {
      if (tokens.text("tokens." + i + ".id").equals(made.text("metadata.id"))) {
        return tokens.text("tokens." + i + ".lastUsedAt");
      }
    }
    throw new AssertionError(tokens.body());
  }

  @Test
  void nobodyGivesAScopeThatTheyLack() {
    String weak = market.post("/tokens", "{\"scopes\": [\"payments:write\"]}").text("token");
    Market other = market.as(weak);
    assertThat(other.post("/tokens", "{\"scopes\": [\"payments:read\"]}").status()).isEqualTo(201);
    assertThat(other.post("/tokens", "{\"scopes\": [\"team:read\"]}").status()).isEqualTo(403);
    assertThat(other.post("/tokens").at("metadata.scopes").size()).isEqualTo(1);
    Reply unknown = other.post("/tokens", "{\"scopes\": [\"magic\"]}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text("details.unknownScopes.0")).isEqualTo("magic");
  }

  @Test
  void aTokenStopsAtItsEnd() {
    String token =
        market.post("/tokens", "{\"expiresAt\": \"2026-06-12T10:00:00Z\"}").text("token");
    assertThat(market.as(token).get("/auth/me").status()).isEqualTo(200);
    clock.pass(Duration.ofMinutes(30));
    assertThat(market.as(token).get("/auth/me").status()).isEqualTo(401);
    assertThat(market.get("/tokens").text("tokens.0.status")).isEqualTo("expired");
  }

  @Test
  void atMostTwentyFiveTokensAreActive() {
    for (int active = 2; active < 25; active++) {
      assertThat(market.post("/tokens").status()).isEqualTo(201);
    }
    assertThat(market.post("/tokens").status()).isEqualTo(409);
  }

  @Test
  void anAccountIsSetUpThoughEveryTokenOfItsOwnerIsRevoked() throws java.io.IOException {
    market.trySend(
        "POST",
        "/api/agent/oauth/revoke",
        "token=ot_pat_sandbox_owner",
        java.util.Map.of("Content-Type", "application/x-www-form-urlencoded"));
    Reply set = market.control("PUT", "/accounts/acc_1", "{\"card\": false}");
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.size("scopes")).isZero();
    Reply refused = market.control("PUT", "/accounts/acc_1", "{\"scopes\": [\"jobs:read\"]}");
    assertThat(refused.text("details.field")).isEqualTo("scopes");
    assertThat(refused.text("error")).contains("/sandbox/accounts/acc_1/tokens");
  }

  @Test
  void whatNobodyHasGivenYetIsNullAndNotEmpty() {
    String token =
        market
            .send("POST", "/api/agent/identity", "{\"agent_name\": \"Scout\"}")
            .text("access_token");
    Reply me = market.as(token).get("/auth/me");
    assertThat(me.at("actor.email").isNull()).isTrue();
    assertThat(me.at("actor.lastName").isNull()).isTrue();
    assertThat(me.text("actor.fullName")).isEqualTo("Scout");
    Reply team = market.as(token).get("/team");
    assertThat(team.at("team.members.0.email").isNull()).isTrue();
    assertThat(team.text("team.organization.ownerName")).isEqualTo("Scout");
  }

  @Test
  void theProbeSaysHowAFeatureIsHandedOut() {
    market.control(
        "PUT", "/accounts/acc_1", "{\"features\": {\"public_api_job_drafting\": false}}");
    Reply refused = market.get("/job-drafts/capabilities");
    assertThat(refused.text("details.featureKey")).isEqualTo("public_api_job_drafting");
    assertThat(refused.text("details.mode")).isEqualTo("ALLOWLIST");
  }

  @Test
  void theSecondNameOfAnAmountIsHeldToTheSameRange() {
    Reply refused = market.post("/credits/top-ups", "{\"amountUsd\": 10, \"amount\": 10001}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("details.field")).isEqualTo("amountUsd");
  }

  @Test
  void aForeignTokenIsNotFound() {
    Reply reply = market.send("DELETE", Market.API + "/tokens/tok_stranger", "");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.text("details.tokenId")).isEqualTo("tok_stranger");
  }

  @Test
  void aTopUpAddsItsCreditsWhenItIsPaid() {
    Reply asked = market.post("/credits/top-ups", "{\"amountUsd\": 100}");
    assertThat(asked.status()).isEqualTo(201);
    String id = asked.text("topUpId");
    assertThat(market.get("/credits").number("credits.availableCents")).isEqualTo(500_000);
    market.control("POST", "/top-ups/" + id + "/complete");
    assertThat(market.get("/credits").number("credits.availableCents")).isEqualTo(510_000);
    assertThat(market.get("/credits/top-ups/" + id).text("topUp.status")).isEqualTo("COMPLETED");
    assertThat(market.control("POST", "/top-ups/" + id + "/complete").status()).isEqualTo(409);
    assertThat(market.get("/credits/ledger").text("entries.0.topUpId")).isEqualTo(id);
  }

  @Test
  void theLinksOfACheckoutAndOfBillingLeadToPages() {
    Reply asked = market.post("/credits/top-ups", "{\"amountUsd\": 100}");
    String checkout = asked.text("checkoutUrl").substring(sandbox.url().length());
    assertThat(market.send("GET", checkout, "").body()).contains("Pay $100.00");
    assertThat(market.send("POST", checkout, "").status()).isEqualTo(303);
    assertThat(market.send("GET", checkout, "").body()).contains("was added to the credits");
    assertThat(market.send("POST", checkout, "").status()).isEqualTo(409);
    assertThat(market.get("/credits").number("credits.availableCents")).isEqualTo(510_000);
    assertThat(market.send("GET", "/settings/billing", "").status()).isEqualTo(200);
    assertThat(market.send("GET", "/checkout/none", "").status()).isEqualTo(404);
  }

  @Test
  void aTopUpExpiresWhenItIsReadADayLater() {
    String id = market.post("/credits/top-ups", "{\"amount\": 10}").text("topUpId");
    clock.pass(Duration.ofDays(1));
    assertThat(market.get("/credits/top-ups/" + id).text("topUp.status")).isEqualTo("EXPIRED");
  }

  @Test
  void aTeamMateIsInvitedOnce() {
    String body = "{\"email\": \"sam@example.com\"}";
    assertThat(market.post("/team/invites", body).text("status")).isEqualTo("invite_created");
    assertThat(market.post("/team/invites", body).size("team.invites")).isEqualTo(1);
    assertThat(market.get("/team").text("team.members.0.role")).isEqualTo("OWNER");
    Reply wrong = market.post("/team/invites", "{\"email\": \"sam\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.size("details.issues")).isEqualTo(1);
  }
}
