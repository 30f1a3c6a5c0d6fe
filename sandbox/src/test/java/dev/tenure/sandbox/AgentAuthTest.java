package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentAuthTest extends SandboxTest {
  private static final Map<String, String> FORM =
      Map.of("Content-Type", "application/x-www-form-urlencoded");
  private static final String GRANT =
      "grant_type=urn:opentrain:agent-auth:grant-type:claim&claim_token=";

  @Test
  void whatTheServerItselfRefusesSpeaksTheSameLanguage() throws java.io.IOException {
    Reply json =
        market.trySend(
            "POST",
            "/api/agent/oauth/token",
            "{\"grant_type\": 1}",
            java.util.Map.of("Content-Type", "application/json"));
    assertThat(json.status()).isEqualTo(400);
    assertThat(json.text("error")).isEqualTo("invalid_request");
    assertThat(json.text("error_description")).isNotEmpty();
    assertThat(market.send("GET", "/api/agent/oauth/token", "").text("error"))
        .isEqualTo("invalid_request");
  }

  @Test
  void anAddressThatHasAnAccountIsRefusedInAnySpelling() {
    String token = market.send("POST", "/api/agent/identity", "{}").text("claim_token");
    for (String email : new String[] {"ADA@example.com", "no"}) {
      Reply refused =
          market.send(
              "POST",
              "/api/agent/identity/claim",
              "{\"claim_token\": \"%s\", \"email\": \"%s\"}".formatted(token, email));
      assertThat(refused.status()).as(email).isEqualTo(400);
      assertThat(refused.text("error")).isEqualTo("invalid_request");
    }
  }

  @Test
  void anAgentFindsOutWhereToAsk() {
    Reply resource = market.send("GET", "/.well-known/oauth-protected-resource", "");
    assertThat(resource.text("authorization_servers.0")).isEqualTo(sandbox.url());
    Reply server = market.send("GET", "/.well-known/oauth-authorization-server", "");
    assertThat(server.text("agent_auth.claim_endpoint"))
        .isEqualTo(sandbox.url() + "/api/agent/identity/claim");
    assertThat(server.text("token_endpoint")).isEqualTo(sandbox.url() + "/api/agent/oauth/token");
  }

  @Test
  void anAgentRegistersAPersonClaimsAndTheTokenIsHandedOutOnce() throws IOException {
    Reply registered = json("/identity", "{\"agent_name\": \"Scout\"}");
    Market early = market.as(registered.text("access_token"));
    assertThat(early.get("/contracts").status()).isEqualTo(200);
    assertThat(early.post("/proposals/prp_4/hire", Market.HIRE).status()).isEqualTo(403);
    String claimToken = registered.text("claim_token");
    Reply claim = begin(claimToken);
    assertThat(poll(claimToken).text("error")).isEqualTo("authorization_pending");
    assertThat(poll(claimToken).text("error")).isEqualTo("slow_down");
    clock.pass(Duration.ofSeconds(5));
    String token = claim.text("verification_uri").replaceFirst(".*token=", "");
    String wrong = claim.text("user_code").equals("000000") ? "111111" : "000000";
    assertThat(type(token, wrong).status()).isEqualTo(400);
    assertThat(early.get("/auth/me").status()).isEqualTo(200);
    assertThat(type(token, claim.text("user_code")).body()).contains("The account is yours");
    assertThat(early.get("/auth/me").status()).isEqualTo(401);
    Reply handed = poll(claimToken);
    assertThat(handed.body()).contains("proposals:write").doesNotContain("payments:write");
    Market late = market.as(handed.text("access_token"));
    assertThat(late.get("/auth/me").text("actor.email")).isEqualTo("pat@example.com");
    clock.pass(Duration.ofSeconds(5));
    assertThat(poll(claimToken).text("error")).isEqualTo("invalid_grant");
  }

  @Test
  void aNewCodeReplacesTheOldOne() throws IOException {
    String claimToken = json("/identity", "{}").text("claim_token");
    String first = begin(claimToken).text("verification_uri");
    begin(claimToken);
    Reply page = market.send("GET", first.substring(sandbox.url().length()), "");
    assertThat(page.status()).isEqualTo(404);
  }

  @Test
  void theWindowClosesAfterADay() throws IOException {
    String claimToken = json("/identity", "{}").text("claim_token");
    clock.pass(Duration.ofDays(1));
    assertThat(poll(claimToken).text("error")).isEqualTo("expired_token");
    assertThat(begin(claimToken).text("error")).isEqualTo("invalid_request");
  }

  @Test
  void badRequestsSpeakOauth() throws IOException {
    assertThat(json("/identity", "{\"identity_type\": \"human\"}").text("error"))
        .isEqualTo("unsupported_identity_type");
    assertThat(form("/oauth/token", "grant_type=password&claim_token=x").text("error"))
        .isEqualTo("unsupported_grant_type");
    assertThat(form("/oauth/token", "grant_type=password").text("error"))
        .isEqualTo("invalid_request");
    assertThat(poll("ot_clm_unknown").text("error")).isEqualTo("invalid_grant");
    String claimToken = json("/identity", "{}").text("claim_token");
    Reply taken =
        json(
            "/identity/claim",
            "{\"claim_token\": \"%s\", \"email\": \"ada@example.com\"}".formatted(claimToken));
    assertThat(taken.text("error_description")).isEqualTo("email_already_registered");
  }

  @Test
  void aRevokedTokenIsDeadAndAnUnknownOneIsNoError() throws IOException {
    String token = json("/identity", "{}").text("access_token");
    assertThat(form("/oauth/revoke", "token=" + token).status()).isEqualTo(200);
    assertThat(market.as(token).get("/auth/me").status()).isEqualTo(401);
    assertThat(form("/oauth/revoke", "token=nonsense").body()).isEqualTo("{}");
    assertThat(form("/oauth/revoke", "other=1").text("error")).isEqualTo("invalid_request");
  }

  private Reply begin(String claimToken) {
    return json(
        "/identity/claim",
        "{\"claim_token\": \"%s\", \"email\": \"pat@example.com\"}".formatted(claimToken));
  }

  private Reply poll(String claimToken) throws IOException {
    return form("/oauth/token", GRANT + claimToken);
  }

  private Reply type(String token, String code) throws IOException {
    return market.trySend("POST", "/claim", "token=" + token + "&code=" + code, FORM);
  }

  private Reply json(String path, String body) {
    return market.as("").send("POST", "/api/agent" + path, body);
  }

  private Reply form(String path, String body) throws IOException {
    return market.as("").trySend("POST", "/api/agent" + path, body, FORM);
  }
}
