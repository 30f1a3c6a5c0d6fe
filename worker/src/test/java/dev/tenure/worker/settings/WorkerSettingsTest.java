package dev.tenure.worker.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
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
    try (ApplicationContext worker = SettingsContext.of(LEAST)) {
      assertThat(worker.getBean(WorkerSettings.class))
          .isEqualTo(new WorkerSettings("127.0.0.1", 8805, Duration.ofSeconds(10)));
      assertThat(worker.getBean(PollingSettings.class))
          .isEqualTo(new PollingSettings(Duration.ofSeconds(1), Duration.ofSeconds(45)));
      assertThat(worker.getBean(AccountSettings.class).callsPerSecond()).isEqualTo(100);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TENURE_WORKER_HOST, tenure.worker.host, 0.0.0.0",
    "TENURE_WORKER_PORT, tenure.worker.port, 9805",
    "TENURE_FEED_INTERVAL, tenure.feed-interval, PT2S",
    "TENURE_SWEEP_INTERVAL, tenure.sweep-interval, PT3S",
    "TENURE_MARKETPLACE_RPS, marketplace.accounts.default.rps, 2.5",
    "TENURE_JDBC_USER, tenure.jdbc.user, hiring"
  })
  void everyVariableSetsItsPropertyUnlessItIsEmpty(String variable, String property, String value) {
    assertThat(property(Map.of(variable, value), property)).isEqualTo(value);
    assertThat(property(Map.of(variable, " "), property)).isNotEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"OT_API_BASE_URL", "OT_API_TOKEN"})
  void withoutAnAccountTheWordsNameTheVariables(String missing) {
    refused(
        Map.of(missing, " "), "set OT_API_BASE_URL and OT_API_TOKEN (" + missing + " is missing");
  }

  @Test
  void theRealMarketplaceIsCalledSlowlyUnlessToldOtherwise() {
    Map<String, String> real =
        new HashMap<>(Map.of("OT_API_BASE_URL", "HTTPS://App.opentrain.ai:443/"));
    assertThat(rate(real)).isEqualTo(2);
    real.put("TENURE_MARKETPLACE_RPS", "2.5");
    assertThat(rate(real)).isEqualTo(2.5);
  }

  @ParameterizedTest
  @CsvSource({
    "OT_API_BASE_URL, https://app.opentrain.ai/other, only the origin is wanted",
    "OT_API_BASE_URL, http://market.example, TENURE_ALLOW_PLAIN_HTTP=true",
    "TENURE_ALLOW_PLAIN_HTTP, perhaps, it must be true or false",
    "TENURE_WORKER_PORT, http, it must be a whole number",
    "TENURE_WORKER_PORT, 70000, 'it must be a port number, 0 to 65535'",
    "TENURE_WORKER_PORT, -1, 'it must be a port number, 0 to 65535'",
    "TENURE_FEED_INTERVAL, soon, it must be a duration such as PT1S",
    "TENURE_FEED_INTERVAL, PT0S, above zero",
    "TENURE_SWEEP_INTERVAL, 45, it must be a duration such as PT1S",
    "TENURE_MARKETPLACE_RPS, fast, it must be a number",
    "TENURE_MARKETPLACE_RPS, 0, above zero",
    "TENURE_MARKETPLACE_RPS, NaN, above zero",
    "TENURE_JDBC_POOL_SIZE, many, it must be a whole number"
  })
  void aWrongValueIsNamedWithItsVariable(String name, String value, String words) {
    refused(Map.of(name, value), words);
    refused(Map.of(name, value), name);
  }

  @Test
  void theTokenIsNotToldToLogs() {
    try (ApplicationContext worker = SettingsContext.of(LEAST)) {
      assertThat(worker.getBean(AccountSettings.class).toString()).doesNotContain("secret");
    }
  }

  private static Map<String, String> with(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.putAll(more);
    return environment;
  }

  private static String property(Map<String, String> environment, String property) {
    try (ApplicationContext worker = SettingsContext.of(with(environment))) {
      return worker.getProperty(property, String.class).orElse("");
    }
  }

  private static double rate(Map<String, String> environment) {
    try (ApplicationContext worker = SettingsContext.of(with(environment))) {
      return worker.getBean(AccountSettings.class).callsPerSecond();
    }
  }

  private static void refused(Map<String, String> environment, String words) {
    assertThatThrownBy(() -> SettingsContext.of(with(environment)).close())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("secret");
  }
}
