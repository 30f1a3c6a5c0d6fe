package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;

/** The doctor before a front that is named; what it sees on this machine has tests of its own. */
class DoctorTest extends AtAFront {
  private static final String UP =
      """
      {"name":"tenure-api","status":"UP","details":{
        "database":{"status":"UP","details":{"words":"the journal's database answers"}},
        "temporal":{"status":"UP","details":{"words":"Temporal answers"}}}}
      """;
  private static final String ACCOUNT =
      """
      {"items":[{"id":"default","marketplace":"opentrain","marketplaceUrl":"https://market.example","tokenAccepted":true,
       "claimed":true,"claimUrl":null,"missingScopes":[],"missingFeatures":[],
       "credits":{"available":{"amount":"900.00","currency":"USD"}},"trouble":null,
       "worker":{"present":true,"seenAt":"2026-01-01T00:00:00Z"},
       "feed":{"readAt":"2026-01-01T00:00:00Z","ageSeconds":2,"lastError":null},
       "sweep":{"readAt":"2026-01-01T00:00:00Z","ageSeconds":44,"lastError":null,"contracts":12,
        "changed":0,"notified":0,"reopened":0,"note":null}}]}
      """;

  @Test
  void allIsGreenWhereEverythingIsThere() {
    front.tell("GET /health/readiness", 200, UP).tell("GET /v1/accounts", 200, ACCOUNT);
    assertThat(run("doctor")).isZero();
    assertThat(out)
        .containsPattern("green +api +answers at")
        .containsPattern("green +clock +agrees")
        .containsPattern("green +default token +accepted by https://market.example")
        .containsPattern("green +default money +\\$900.00")
        .containsPattern("green +default sweep +read 44 s ago")
        .doesNotContainPattern("(?m)^(red|unknown)");
  }

  private static final String AGENT =
      """
      {"items":[{"id":"opencontract","marketplace":"opencontract","marketplaceUrl":"https://contracts.example","tokenAccepted":true,
       "trouble":null,"worker":{"present":true,"seenAt":"2026-01-01T00:00:00Z"},
       "agent":{"address":"0xPayer","networks":["eip155:84532"],"assets":["0xToken"],
        "keyAgeSeconds":7200,"perPayment":{"amount":"50.000000","currency":"USDC"},
        "perDay":{"amount":"200.000000","currency":"USDC"},
        "signed":{"amount":"2.500000","currency":"USDC"},
        "balance":{"amount":"120.000000","currency":"USDC"}}}]}
      """;

  @Test
  void anAccountThatPaysBySignatureIsToldByItsAddressKeyAndLimits() {
    front.tell("GET /health/readiness", 200, UP).tell("GET /v1/accounts", 200, AGENT);
    assertThat(run("doctor")).isZero();
    assertThat(out)
        .containsPattern("green +opencontract address +0xPayer on eip155:84532")
        .containsPattern("green +opencontract API key +issued 2 h")
        .containsPattern("green +opencontract balance +120.* are there")
        .containsPattern("green +opencontract limits +50.* a payment, 200.* in 24 hours")
        .doesNotContain("opencontract token", "opencontract feed", "opencontract money");
    front.tell(
        "GET /v1/accounts",
        200,
        AGENT
            .replace("\"tokenAccepted\":true", "\"tokenAccepted\":false")
            .replace("\"keyAgeSeconds\":7200", "\"keyAgeSeconds\":null")
            .replace("\"120.000000\"", "\"0.000000\""));
    assertThat(run("doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(out)
        .containsPattern("red +opencontract address")
        .containsPattern("unknown +opencontract API key")
        .containsPattern("red +opencontract balance +0.* are there")
        .contains("OC_ADDRESS");
  }

  @Test
  void aBalanceThatNobodyReadIsUnknownWithItsRemedy() {
    front
        .tell("GET /health/readiness", 200, UP)
        .tell("GET /v1/accounts", 200, AGENT.replaceFirst(",\\s*\"balance\":\\{[^}]*}", ""));
    assertThat(run("doctor")).isZero();
    assertThat(out)
        .containsPattern("unknown +opencontract balance +not read")
        .contains("OC_RPC_URL");
  }

  @Test
  void everyThingThatIsMissingIsRedWithItsRemedy() {
    front.tell("GET /health/readiness", 503, UP);
    front.tell(
        "GET /v1/accounts",
        200,
        ACCOUNT
            .replace("\"tokenAccepted\":true", "\"tokenAccepted\":false")
            .replace(
                "\"claimed\":true,\"claimUrl\":null",
                "\"claimed\":false,\"claimUrl\":\"https://market.example/claim\"")
            .replace("\"missingScopes\":[]", "\"missingScopes\":[\"contracts:write\"]")
            .replace("\"missingFeatures\":[]", "\"missingFeatures\":[\"hiring\"]")
            .replace("\"ageSeconds\":2", "\"ageSeconds\":7200")
            .replace("\"present\":true", "\"present\":false"));
    assertThat(run("doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(out)
        .containsPattern("red +default worker")
        .containsPattern("red +default token")
        .contains("OT_API_TOKEN", "https://market.example/claim", "contracts:write", "hiring")
        .containsPattern("red +default feed +last read 2 h");
  }

  @Test
  void aSweepThatIsOldOrFailsOrHasSomethingToTellIsRed() {
    front.tell("GET /health/readiness", 200, UP);
    front.tell("GET /v1/accounts", 200, ACCOUNT.replace(":44", ":240"));
    assertThat(run("doctor")).isZero();
    front.tell("GET /v1/accounts", 200, ACCOUNT.replace(":44", ":900"));
    assertThat(run("doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(out).containsPattern("red +default sweep +last read 15 min");
    front.tell(
        "GET /v1/accounts", 200, ACCOUNT.replace("\"note\":null", "\"note\":\"look at c1\""));
    assertThat(run("doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(out).containsPattern("red +default sweep +look at c1");
  }

  @Test
  void aDatabaseThatIsAwayIsRed() {
    front.tell(
        "GET /health/readiness",
        503,
        """
        {"details":{"database":{"status":"DOWN","details":{"words":"connection refused"}},
         "temporal":{"status":"UP"}}}
        """);
    front.tell("GET /v1/accounts", 503, "{\"code\":\"journal_unavailable\",\"detail\":\"Away.\"}");
    assertThat(run("doctor", "--json")).isEqualTo(ExitCode.FAILED);
    assertThat(out)
        .contains("{\"name\":\"database\",\"status\":\"red\",\"words\":\"connection refused\"")
        .contains("{\"name\":\"Temporal\",\"status\":\"green\"");
  }

  @Test
  void withoutAFrontTheRestIsUnknownAndTheStartIsNamed() {
    assertThat(runAt(FreePorts.NOBODY, "doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(out)
        .containsPattern("red +api +Cannot reach")
        .contains("tenure up")
        .containsPattern("unknown +database");
  }
}
