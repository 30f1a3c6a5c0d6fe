package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
