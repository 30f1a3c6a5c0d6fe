package dev.tenure.worker.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
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
    assertThat(OpenContractSettings.all(Map.of("OT_API_TOKEN", "x", "OC_EDITOR", "vi"))).isEmpty();
  }

  @Test
  void whatHasADefaultIsTheTestNetwork() {
    OpenContractSettings settings = OpenContractSettings.all(environment).getFirst();
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
    "OC_ACCOUNT, My Wallet, a name begins with a-z",
    "OC_CALLS_PER_MINUTE, 0, calls a minute",
    "OC_CALLS_PER_MINUTE, 5, from 6",
    "OC_CALLS_PER_MINUTE, many, calls a minute",
    "OC_KEY_FILE_ACME, /run/secrets/acme, TENURE_ACCOUNTS does not name its account",
    "OC_KEY_COMMAND, vault read, not both"
  })
  void whatIsWrongIsToldByItsVariable(
      String variable, @Nullable String value, @Nullable String words) {
    if (value == null) {
      environment.remove(variable);
    } else {
      environment.put(variable, value);
    }
    assertThatThrownBy(() -> OpenContractSettings.all(environment))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(variable)
        .hasMessageContaining(words == null ? "" : words);
  }

  @Test
  void aNodeMayHaveAKeyInItsPathThatNoWordsRepeat() {
    environment.put("OC_RPC_URL", "https://node.example/v3/planted-key");
    OpenContractSettings settings = OpenContractSettings.all(environment).getFirst();
    assertThat(String.valueOf(settings.node())).contains("/v3/planted-key");
    assertThat(settings.toString()).doesNotContain("planted");
    for (String wrong :
        new String[] {
          "http://node.example/planted", "https://node.example/?key=planted", "planted"
        }) {
      environment.put("OC_RPC_URL", wrong);
      assertThatThrownBy(() -> OpenContractSettings.all(environment))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("OC_RPC_URL cannot be used")
          .hasMessageNotContaining("planted");
    }
  }

  @Test
  void withoutAKeyBothWaysAreNamed() {
    environment.remove("OC_KEY_FILE");
    assertThatThrownBy(() -> OpenContractSettings.all(environment))
        .hasMessageContaining("OC_KEY_FILE")
        .hasMessageContaining("OC_KEY_COMMAND");
  }

  @Test
  void aCommandThatHoldsASecretIsNotRepeated() {
    environment.remove("OC_KEY_FILE");
    environment.put("OC_KEY_COMMAND", "echo planted");
    assertThat(OpenContractSettings.all(environment).getFirst().toString())
        .doesNotContain("planted");
  }

  @Test
  void theAccountHasTheNameThatItIsGiven() {
    assertThat(names()).containsExactly("opencontract");
    environment.put("OC_ACCOUNT", "agents");
    assertThat(names()).containsExactly("agents");
  }

  @Test
  void furtherAccountsHaveKeysOfTheirOwnAndTheCommonLimitsUnlessTheyNameOthers() {
    environment.put("TENURE_ACCOUNTS", "trainers, acme, lake-side");
    environment.put("OC_KEY_FILE_ACME", "/run/secrets/acme");
    environment.put("OC_KEY_COMMAND_LAKE_SIDE", "vault read");
    environment.put("OC_MOST_PER_DAY_LAKE_SIDE", "75.5");
    environment.put("OC_CALLS_PER_MINUTE_LAKE_SIDE", "600");
    List<OpenContractSettings> all = OpenContractSettings.all(environment);
    assertThat(all)
        .extracting(OpenContractSettings::name)
        .containsExactly("opencontract", "acme", "lake-side");
    assertThat(all)
        .extracting(account -> account.key().variable())
        .containsExactly("OC_KEY_FILE", "OC_KEY_FILE_ACME", "OC_KEY_COMMAND_LAKE_SIDE");
    assertThat(all)
        .extracting(account -> account.policy().perDay().toString())
        .containsExactly("200.000000 USDC", "200.000000 USDC", "75.500000 USDC");
    assertThat(all).extracting(OpenContractSettings::callsPerMinute).containsExactly(58, 58, 600);
  }

  @Test
  void commonLimitsAloneMakeNoAccountBesideNamedOnes() {
    environment.remove("OC_KEY_FILE");
    environment.put("TENURE_ACCOUNTS", "acme");
    environment.put("OC_KEY_FILE_ACME", "/run/secrets/acme");
    assertThat(names()).containsExactly("acme");
  }

  private List<String> names() {
    return OpenContractSettings.all(environment).stream().map(OpenContractSettings::name).toList();
  }
}
