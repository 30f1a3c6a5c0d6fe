package dev.tenure.activities.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  private static final String PATH = "/api/public/v1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.opentrain.ai",
        "https://app.opentrain.ai/",
        "HTTPS://App.OpenTrain.ai//",
        "https://app.opentrain.ai:443",
        "https://app.opentrain.ai.:443/",
        " https://app.opentrain.ai/api/public/v1/ "
      })
  void anOriginIsUnderstoodWithOrWithoutSlashAndApiPath(String text) {
    assertThat(BaseUrl.of(text, PATH).resolve("/auth/me"))
        .hasToString("https://app.opentrain.ai/api/public/v1/auth/me");
  }

  @ParameterizedTest
  @CsvSource({
    "app.opentrain.ai, must begin with https",
    "ftp://app.opentrain.ai, must begin with https",
    "https://, is not an address",
    "https:///x, names no host",
    "https://me:secret@app.opentrain.ai, neither user",
    "https://app.opentrain.ai?x=1, neither user",
    "https://app.opentrain.ai/v2, without the path /v2",
    "https://app opentrain.ai, is not an address"
  })
  void anythingElseIsRefusedWithWords(String text, String words) {
    assertThatThrownBy(() -> BaseUrl.of(text, PATH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://LOCALHOST:80",
        "http://127.0.0.1:8803",
        "http://[::1]:8803"
      })
  void plainHttpIsForThisMachine(String text) {
    assertThat(BaseUrl.of(text, PATH).origin()).startsWith("http://").doesNotEndWith(":80");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.opentrain.ai",
        "http://10.0.0.7:8803",
        "http://localhost.evil.example"
      })
  void aTokenLeavesThisMachineUnencryptedOnlyWhereThatIsSaid(String text) {
    assertThatThrownBy(() -> BaseUrl.of(text, PATH))
        .hasMessageContaining("unencrypted")
        .hasMessageContaining("TENURE_ALLOW_PLAIN_HTTP=true");
    assertThat(BaseUrl.of(text, PATH, true).origin()).isEqualTo(text);
  }

  @Test
  void thePortIsKept() {
    assertThat(BaseUrl.of("http://127.0.0.1:8803", PATH).origin())
        .isEqualTo("http://127.0.0.1:8803");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.opencontract.io, https://api.opencontract.io/v1/contracts",
    "https://api.opencontract.io/v1/, https://api.opencontract.io/v1/contracts",
    "http://127.0.0.1:8803/opencontract, http://127.0.0.1:8803/opencontract/v1/contracts",
    "http://127.0.0.1:8803/opencontract/v1, http://127.0.0.1:8803/opencontract/v1/contracts"
  })
  void anApiMayStandBelowAPathOfItsHost(String text, String contracts) {
    assertThat(BaseUrl.below(text, "/v1", false).resolve("/contracts")).hasToString(contracts);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example/a//b, single slashes",
    "https://api.example/%2e%2e, single slashes",
    "https://api.example/x?y=1, neither user",
    "http://api.example/x, unencrypted"
  })
  void aPathThatIsNoneIsRefusedWithWords(String text, String words) {
    assertThatThrownBy(() -> BaseUrl.below(text, "/v1", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
