package dev.tenure.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerSettingsTest {

  private static final Map<String, String> LEAST =
      Map.of("OT_API_BASE_URL", "http://127.0.0.1:8803", "OT_API_TOKEN", "ot_pat_x_secret");

  @Test
  void everythingButTheAccountHasADefault() {
    WorkerSettings settings = WorkerSettings.of(LEAST);
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8805);
    assertThat(settings.temporalAddress()).isEqualTo("127.0.0.1:8801");
    assertThat(settings.namespace()).isEqualTo("default");
    assertThat(settings.feedInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.sweepInterval()).isEqualTo(Duration.ofSeconds(45));
    assertThat(settings.accounts().getFirst().callsPerSecond()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"OT_API_BASE_URL", "OT_API_TOKEN"})
  void withoutAnAccountTheWordsNameTheVariables(String missing) {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.put(missing, " ");
    assertThatThrownBy(() -> WorkerSettings.of(environment))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("set OT_API_BASE_URL and OT_API_TOKEN")
        .hasMessageContaining(missing + " is missing");
  }

  @Test
  void theRealMarketplaceIsCalledSlowlyUnlessToldOtherwise() {
    Map<String, String> real = new HashMap<>(LEAST);
    real.put("OT_API_BASE_URL", "HTTPS://App.opentrain.ai:443/");
    assertThat(WorkerSettings.of(real).accounts().getFirst().callsPerSecond()).isEqualTo(2);
    real.put("TENURE_MARKETPLACE_RPS", "2.5");
    assertThat(WorkerSettings.of(real).accounts().getFirst().callsPerSecond()).isEqualTo(2.5);
  }

  @ParameterizedTest
  @CsvSource({
    "OT_API_BASE_URL, https://app.opentrain.ai/other, only the origin is wanted",
    "OT_API_BASE_URL, http://marketplace.example, TENURE_ALLOW_PLAIN_HTTP=true",
    "TENURE_WORKER_PORT, http, a port number",
    "TENURE_WORKER_PORT, 70000, a port number",
    "TENURE_FEED_INTERVAL, 1s, a duration such as PT1S",
    "TENURE_FEED_INTERVAL, PT0S, above zero",
    "TENURE_SWEEP_INTERVAL, 45, a duration such as PT1S",
    "TENURE_MARKETPLACE_RPS, fast, calls per second",
    "TENURE_MARKETPLACE_RPS, 0, above zero"
  })
  void aWrongValueIsNamedWithItsVariable(String name, String value, String words) {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.put(name, value);
    assertThatThrownBy(() -> WorkerSettings.of(environment))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(words);
  }

  @Test
  void theTokenIsNotToldToLogs() {
    assertThat(WorkerSettings.of(LEAST).toString()).doesNotContain("secret");
  }
}
