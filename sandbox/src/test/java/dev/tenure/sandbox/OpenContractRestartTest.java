package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is still so after a restart, and what is due by then has happened. */
class OpenContractRestartTest {
  @TempDir Path folder = Path.of("");

  @Test
  void contractsKeysAndTimersOutliveAProcess() {
    ManualClock clock = new ManualClock();
    Map<String, Object> properties = Map.of("sandbox.data", folder.toString());
    String id;
    String key;
    try (Sandbox sandbox = Sandbox.start(properties, clock)) {
      Agent client = Agent.registered(sandbox.url(), clock, 1);
      Agent worker = Agent.registered(sandbox.url(), clock, 2);
      key = client.apiKey();
      String body = Draft.direct(clock.instant(), worker.address()).json();
      id = client.paid("/contracts", body).text("data.id");
      assertThat(worker.paid("/contracts/" + id + "/accept", "{\"accept\": true}").status())
          .isEqualTo(200);
    }
    clock.pass(Duration.ofDays(5));
    try (Sandbox sandbox = Sandbox.start(properties, clock)) {
      Agent client = new Agent(sandbox.url(), clock, 1).withKey(key);
      assertThat(client.get("/protocol").status()).isEqualTo(200);
      assertThat(client.get("/contracts/" + id).text("data.status")).isEqualTo("cancelled-absent");
      assertThat(client.get("/contracts/" + id).text("data.workerStake")).isEqualTo("5.0");
    }
  }

  @Test
  void whatIsKeptUnderWordsAndInPartsIsReadBackAsItWas() {
    ManualClock clock = new ManualClock();
    Map<String, Object> properties = Map.of("sandbox.data", folder.toString());
    List<String> before;
    String id;
    try (Sandbox sandbox = Sandbox.start(properties, clock)) {
      Market market = new Market(sandbox.url());
      market.control("PUT", "/opencontract/settings", "{\"thirdRevision\": true}");
      market.control("PUT", "/opencontract/people", "{\"backups\": {\"criteria\": [\"not met\"]}}");
      market.control(
          "POST", "/faults", "{\"path\": \"/x\", \"kind\": \"substitute\", \"pattern\": \"a\"}");
      market.control("POST", "/faults", "{\"kind\": \"webhook_late\", \"event\": \"a.b\"}");
      Agent client = Agent.registered(sandbox.url(), clock, 1);
      Agent worker = Agent.registered(sandbox.url(), clock, 2);
      id =
          client
              .paid("/contracts", Draft.direct(clock.instant(), worker.address()).json())
              .text("data.id");
      String contract = "/contracts/" + id;
      worker.paid(contract + "/accept", "{\"accept\": true}");
      worker.post(contract + "/checkpoint", ThirdRevisionTest.checkpoint(1, 2, 0));
      worker.post(contract + "/delivery", "{\"delivery\": \"ipfs://work\"}");
      client.paid(contract + "/dispute", "");
      Agent backup = Agent.registered(sandbox.url(), clock, 3);
      backup.paid(contract + "/votes", OpenContractTest.ballot("met", "unclear"));
      clock.pass(Duration.ofDays(2));
      before = all(sandbox, contract);
    }
    assertThat(before.getFirst()).contains("\"majorityOutcome\":\"unclear\"");
    try (Sandbox sandbox = Sandbox.start(properties, clock)) {
      assertThat(all(sandbox, "/contracts/" + id)).isEqualTo(before);
    }
  }

  private static List<String> all(Sandbox sandbox, String contract) {
    Market market = new Market(sandbox.url());
    return Stream.of(
            Agent.API + contract + "/votes",
            Agent.API + contract + "/checkpoints",
            "/sandbox/opencontract/people",
            "/sandbox/faults")
        .map(path -> market.send("GET", path, "").body().replaceFirst(",\"meta\":.*", ""))
        .toList();
  }

  @Test
  void aSecondPortServesTheMarketplaceToo() {
    ManualClock clock = new ManualClock();
    try (Sandbox sandbox = Sandbox.start(Map.of("sandbox.opencontract.port", -1), clock)) {
      String url = sandbox.openContractUrl();
      assertThat(url).isNotEqualTo(sandbox.url() + Agent.API).endsWith(Agent.API);
      Agent agent = Agent.registered(url.substring(0, url.length() - Agent.API.length()), clock, 1);
      assertThat(agent.get("/protocol").status()).isEqualTo(200);
    }
    try (Sandbox sandbox = Sandbox.start(Map.of(), clock)) {
      assertThat(sandbox.openContractUrl()).isEqualTo(sandbox.url() + Agent.API);
    }
  }
}
