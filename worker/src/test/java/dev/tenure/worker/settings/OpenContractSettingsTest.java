package dev.tenure.worker.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenContractSettingsTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "OC_KEY_FILE", "/run/secrets/agent",
              "OC_MOST_PER_PAYMENT", "50",
              "OC_MOST_PER_DAY", "200"));

  @Test
  void withoutItsVariablesThereIsNoSuchAccount() {
    assertThat(OpenContractSettings.of(Map.of("OT_API_TOKEN", "x", "OC_EDITOR", "vi"))).isEmpty();
  }

  @Test
  void whatHasADefaultIsTheTestNetwork() {
    OpenContractSettings settings = OpenContractSettings.of(environment).orElseThrow();
    assertThat(settings.marketplace().origin()).isEqualTo("https://api.opencontract.io");
    assertThat(settings.policy().networks()).containsExactly("eip155:84532");
    assertThat(settings.policy().assets())
        .extracting(Object::toString)
        .containsExactly("0x036CbD53842c5426634e7929541eC2318f3dCF7e");
    assertThat(settings.policy().perDay()).hasToString("200.000000 USDC");
    assertThat(settings.key().variable()).isEqualTo("OC_KEY_FILE");
  }

  @ParameterizedTest
  @CsvSource({
    "OC_MOST_PER_PAYMENT, ,",
    "OC_MOST_PER_PAYMENT, fifty, no amount",
    "OC_MOST_PER_PAYMENT, -5, no amount",
    "OC_MOST_PER_PAYMENT, 0.0000001, decimals",
    "OC_MOST_PER_PAYMENT, 201, above",
    "OC_MOST_PER_DAY, , missing",
    "OC_ADDRESS, 0x12, 40 hexadecimal digits",
    "OC_ASSETS, usdc, 40 hexadecimal digits",
    "OC_WALLETS, '0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,b', 40 hexadecimal digits",
    "OC_NETWORKS, sepolia, eip155:",
    "OC_API_BASE_URL, http://market.example, unencrypted",
    "OC_KEY_COMMAND, vault read, not both"
  })
  void whatIsWrongIsToldByItsVariable(
      String variable, @Nullable String value, @Nullable String words) {
    if (value == null) {
      environment.remove(variable);
    } else {
      environment.put(variable, value);
    }
    assertThatThrownBy(() -> OpenContractSettings.of(environment))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(variable)
        .hasMessageContaining(words == null ? "" : words);
  }

  @Test
  void withoutAKeyBothWaysAreNamed() {
    environment.remove("OC_KEY_FILE");
    assertThatThrownBy(() -> OpenContractSettings.of(environment))
        .hasMessageContaining("OC_KEY_FILE")
        .hasMessageContaining("OC_KEY_COMMAND");
  }

  @Test
  void aCommandThatHoldsASecretIsNotRepeated() {
    environment.remove("OC_KEY_FILE");
    environment.put("OC_KEY_COMMAND", "echo planted");
    assertThat(OpenContractSettings.of(environment).orElseThrow().toString())
        .doesNotContain("planted");
  }
}
