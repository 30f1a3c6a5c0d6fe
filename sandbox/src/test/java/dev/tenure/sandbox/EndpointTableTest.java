package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call against every way in which it can be wrong, in the order in which it is judged. */
class EndpointTableTest extends OpenContractTest {
  private static final String ACCEPT = "{\"accept\": true}";
  private static final String DELIVERY = "{\"delivery\": \"ipfs://work\"}";
  private static final String VOTES =
      "{\"votes\": [{\"criterionIndex\": 0, \"vote\": \"met\"},"
          + " {\"criterionIndex\": 1, \"vote\": \"met\"}]}";

  /** Calls on a contract: the path, a body that fits, one that does not, and the field it names. */
  static Stream<Arguments> writes() {
    return Stream.of(
        Arguments.of("cancel", "", null, null),
        Arguments.of("accept", ACCEPT, "{\"accept\": \"yes\"}", "accept"),
        Arguments.of("withdraw", "", null, null),
        Arguments.of("delivery", DELIVERY, "{\"delivery\": 7}", "delivery"),
        Arguments.of("approve", "", null, null),
        Arguments.of("dispute", "", null, null),
        Arguments.of("votes", VOTES, "{\"votes\": \"met\"}", "votes"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writes")
  void aWriteIsJudgedByKeyThenIdThenBodyThenRoleThenStatus(
      String call, String body, String wrongBody, String field) {
    String id = stateIn(call, false);
    String path = "/contracts/" + id + "/" + call;
    String nowhere = "/contracts/contract_unheard_of/" + call;
    // No key comes before everything else that is wrong, and so on down the line.
    refused(client.withKey("").post(nowhere, "{"), 401, "unauthorized");
    refused(client.withKey("oc_live_wrong").post(nowhere, "{"), 401, "unauthorized");
    refused(outsider(call).post(nowhere, "{"), 404, "not_found");
    if (wrongBody != null) {
      Reply bad = outsider(call).post(path, wrongBody);
      refused(bad, 400, "invalid_request");
      assertThat(bad.text("error.message")).startsWith(field);
      refused(outsider(call).post(path, "{"), 400, "invalid_request");
      refused(outsider(call).post(path, ""), 400, "invalid_request");
    }
    refused(outsider(call).post(path, body), 403, "forbidden");
    assertThat(insider(call).paid(path, body).status()).as(call).isEqualTo(200);
    String early = stateIn(call, true);
    refused(insider(call).post("/contracts/" + early + "/" + call, body), 409, "conflict");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writes")
  void aWriteOnATerminalContractIsAConflict(
      String call, String body, String wrongBody, String field) {
    String id = disputed(direct());
    clock.pass(Duration.ofDays(9));
    assertThat(status(id)).isEqualTo("settled-fully-met");
    refused(insider(call).post("/contracts/" + id + "/" + call, body), 409, "conflict");
  }

  @Test
  void readsNeedNoKeyAndDoNotLookAtAWrongOne() {
    String id = disputed(direct());
    clock.pass(Duration.ofDays(9));
    for (Agent reader : List.of(client.withKey(""), client.withKey("oc_live_wrong"))) {
      ok(reader.get("/contracts"));
      ok(reader.get("/contracts/" + id));
      ok(reader.get("/contracts/" + id + "/votes"));
      ok(reader.get("/agents/" + client.address() + "/resume"));
      refused(reader.get("/contracts/contract_unheard_of"), 404, "not_found");
      refused(reader.get("/contracts/contract_unheard_of/votes"), 404, "not_found");
      refused(reader.get("/agents/" + stranger.address() + "/resume"), 404, "not_found");
      refused(reader.get("/agents/me/api-keys"), 401, "unauthorized");
      refused(reader.get("/agents/" + client.address() + "/workload"), 401, "unauthorized");
      refused(reader.get("/protocol"), 401, "unauthorized");
    }
  }

  @Test
  void whatTheServerRefusesSpeaksInTheEnvelopeToo() {
    refused(client.get("/nowhere"), 404, "not_found");
    assertThat(client.post("/protocol", "").status()).isEqualTo(405);
    assertThat(client.post("/protocol", "").text("error.code")).isEqualTo("invalid_request");
  }

  @Test
  void everyCodeOfTheDocumentsCanBeMet() {
    TreeSet<String> met = new TreeSet<>();
    Stream.of(
            client.get("/contracts?limit=0"),
            client.post(
                "/agents/" + client.address() + "/api-key",
                Agent.print(Map.of("challengeId", "none", "signature", "0x"))),
            client.withKey("").get("/protocol"),
            client.post("/contracts", Draft.direct(clock.instant(), client.address()).json()),
            client.get("/contracts/none"),
            revokeUnknown(),
            client.post("/contracts/" + matched(direct()) + "/cancel", ""),
            client.post("/contracts", direct().json()),
            sixth(),
            rateLimited())
        .forEach(reply -> met.add(reply.status() + " " + reply.text("error.code")));
    assertThat(met)
        .containsExactly(
            "400 invalid_challenge",
            "400 invalid_request",
            "401 unauthorized",
            "403 forbidden",
            "404 key_not_found",
            "404 not_found",
            "409 conflict",
            "409 duplicate_contract",
            "429 rate_limited",
            "429 too_many_pending_attempts");
  }

  @Test
  void aKeyHasItsCallsAMinuteAndMayComeBackInTheNext() {
    settings("{\"requestsPerMinute\": 60}");
    for (int call = 0; call < 60; call++) {
      ok(client.get("/protocol"));
    }
    Reply last = client.get("/protocol");
    refused(last, 429, "rate_limited");
    assertThat(last.header("Retry-After")).isEqualTo("60");
    ok(stranger.get("/protocol"));
    clock.pass(Duration.ofSeconds(60));
    ok(client.get("/protocol"));
  }

  @Test
  void theProtocolReadsAsInItsSample() {
    settings(
        """
        {"parameters": {"backupAgentBondRatio": 0.05, "tokenMintRewardFull": 10,
                        "tokenMintRewardReduced": 4, "baEligibilityStake": 1000}}
        """);
    assertThat(Reply.print(ok(client.get("/protocol")).at("data")))
        .isEqualTo(
            """
            {"protocolFee":0.05,"workerStakeRatio":0.05,"disputeBondRatio":0.05,\
            "backupAgentBondRatio":0.05,"earlyWithdrawalSlashRatio":0.3,\
            "absentNoneMetClientShare":0.8,"baUnclearSlashRatio":0.3,"tokenMintRewardFull":10,\
            "tokenMintRewardReduced":4,"baEligibilityStake":1000,"baVotingWindow":"PT24H",\
            "baRecruitCount":null}""");
  }

  /** A contract on which the call is allowed, or one on which its status forbids it. */
  private String stateIn(String call, boolean wrong) {
    Draft draft = direct().with("title", call + (wrong ? " too early" : ""));
    return switch (call) {
      case "cancel", "accept" -> wrong ? matched(draft) : created(draft);
      case "withdraw", "delivery" -> wrong ? delivered(draft) : matched(draft);
      case "approve", "dispute" -> wrong ? matched(draft) : delivered(draft);
      default -> wrong ? delivered(draft) : disputed(draft);
    };
  }

  private Agent insider(String call) {
    return switch (call) {
      case "cancel", "approve", "dispute" -> client;
      case "votes" -> stranger;
      default -> worker;
    };
  }

  private Agent outsider(String call) {
    return call.equals("votes") ? client : stranger;
  }

  private Reply revokeUnknown() {
    Reply challenge = client.challenge();
    return client.post(
        "/agents/" + client.address() + "/api-key/revoke",
        Agent.print(
            Map.of(
                "challengeId", challenge.text("data.challengeId"),
                "signature", client.sign(challenge.text("data.message")),
                "keyId", "none")));
  }

  private Reply sixth() {
    Reply last = client.post("/contracts", direct().with("idempotencyKey", "0").json());
    for (int twin = 1; twin <= 5; twin++) {
      last =
          client.post("/contracts", direct().with("idempotencyKey", Integer.toString(twin)).json());
    }
    return last;
  }

  private Reply rateLimited() {
    settings("{\"requestsPerMinute\": 1}");
    client.get("/protocol");
    return client.get("/protocol");
  }
}
