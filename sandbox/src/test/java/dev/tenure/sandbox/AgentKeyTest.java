package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are given to whoever can sign for an address. */
class AgentKeyTest extends OpenContractTest {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  @Test
  void aSignedChallengeGivesAKeyThatIsShownOnce() {
    Agent agent = new Agent(sandbox.url(), clock, 77);
    Reply issued = agent.issue(agent.challenge(), "engine");
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    assertThat(issued.text("data.address")).isEqualTo(agent.address());
    assertThat(issued.text("data.apiKey")).startsWith("oc_live_");
    assertThat(issued.text("data.label")).isEqualTo("engine");
    Reply list = agent.withKey(issued.text("data.apiKey")).get("/agents/me/api-keys");
    assertThat(list.text("data.0.id")).isEqualTo(issued.text("data.keyId"));
    assertThat(list.at("data.0.revokedAt").isNull()).isTrue();
    assertThat(list.body()).doesNotContain(issued.text("data.apiKey"));
  }

  @Test
  void aWrongSignatureUsesTheChallengeUp() {
    Reply challenge = client.challenge();
    Reply wrong =
        client.post(
            "/agents/" + client.address() + "/api-key",
            key(challenge, stranger.sign(challenge.text("data.message"))));
    refused(wrong, 401, "unauthorized");
    refused(client.issue(challenge, "late"), 400, "invalid_challenge");
  }

  @Test
  void aChallengeIsGoodOnceAndForItsOwnAddressOnly() {
    Reply challenge = client.challenge();
    assertThat(client.issue(challenge, "first").status()).isEqualTo(201);
    refused(client.issue(challenge, "second"), 400, "invalid_challenge");
    refused(stranger.issue(client.challenge(), "other"), 400, "invalid_challenge");
  }

  @Test
  void aChallengeLivesFiveMinutes() {
    Reply first = client.challenge();
    clock.pass(LIFETIME.minusSeconds(1));
    assertThat(client.issue(first, "in time").status()).isEqualTo(201);
    Reply second = client.challenge();
    clock.pass(LIFETIME);
    refused(client.issue(second, "late"), 400, "invalid_challenge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x1234", "", "0xzz"})
  void whatIsNoSignatureIsRefused(String signature) {
    Reply challenge = client.challenge();
    refused(
        client.post("/agents/" + client.address() + "/api-key", key(challenge, signature)),
        401,
        "unauthorized");
  }

  @Test
  void theLastByteOfASignatureMayCountFromNothing() {
    Reply challenge = client.challenge();
    String signature = client.sign(challenge.text("data.message"));
    int last = Integer.parseInt(signature.substring(130), 16);
    Reply issued =
        client.post(
            "/agents/" + client.address() + "/api-key",
            key(challenge, Agent.withLastByte(signature, last - 27)));
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
  }

  @Test
  void theMirroredSignatureIsRefused() {
    Reply challenge = client.challenge();
    String signature = Agent.mirrored(client.sign(challenge.text("data.message")));
    refused(
        client.post("/agents/" + client.address() + "/api-key", key(challenge, signature)),
        401,
        "unauthorized");
  }

  @Test
  void aKeyIsTakenBackBySignatureAndStaysInTheList() {
    Reply spare = client.issue(client.challenge(), "spare");
    Reply challenge = client.challenge();
    Reply revoked = revoke(challenge, spare.text("data.keyId"));
    assertThat(ok(revoked).number("data.revokedCount")).isEqualTo(1);
    refused(
        client.withKey(spare.text("data.apiKey")).get("/agents/me/api-keys"), 401, "unauthorized");
    assertThat(client.get("/agents/me/api-keys").at("data.1.revokedAt").isNull()).isFalse();
    refused(revoke(client.challenge(), spare.text("data.keyId")), 404, "key_not_found");
    refused(revoke(client.challenge(), "key_unheard_of"), 404, "key_not_found");
  }

  @Test
  void withoutAKeyNamedAllAreTakenBack() {
    client.issue(client.challenge(), "second");
    Reply challenge = client.challenge();
    Reply revoked =
        client.post(
            "/agents/" + client.address() + "/api-key/revoke",
            key(challenge, client.sign(challenge.text("data.message"))));
    assertThat(ok(revoked).number("data.revokedCount")).isEqualTo(2);
    refused(client.get("/agents/me/api-keys"), 401, "unauthorized");
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    Reply reply = client.post("/agents/0x12/challenge", "");
    refused(reply, 400, "invalid_request");
    assertThat(reply.text("error.message")).startsWith("address");
  }

  private Reply revoke(Reply challenge, String keyId) {
    return client.post(
        "/agents/" + client.address() + "/api-key/revoke",
        Agent.print(
            Map.of(
                "challengeId", challenge.text("data.challengeId"),
                "signature", client.sign(challenge.text("data.message")),
                "keyId", keyId)));
  }

  private static String key(Reply challenge, String signature) {
    return Agent.print(
        Map.of("challengeId", challenge.text("data.challengeId"), "signature", signature));
  }
}
