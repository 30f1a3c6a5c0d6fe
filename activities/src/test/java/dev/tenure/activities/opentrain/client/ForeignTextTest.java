package dev.tenure.activities.opentrain.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {

  @Test
  void foreignTextBecomesOneLineWithoutSecretsAndAddresses() {
    assertThat(ForeignText.line("token ot_pat_ab_cd of\n ada@example.org, whsec_12 is\tbad"))
        .isEqualTo("token *** of *** *** is bad");
  }

  @Test
  void foreignTextIsShort() {
    assertThat(ForeignText.line("x".repeat(1_000))).hasSize(200).endsWith("…");
  }

  @Test
  void aLinkIsKept() {
    assertThat(ForeignText.link("https://app.opentrain.ai/claim"))
        .isEqualTo("https://app.opentrain.ai/claim");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "javascript:alert(1)", "/claim", "https://a b"})
  void whatIsNoLinkIsNotOffered(String text) {
    assertThat(ForeignText.link(text)).isNull();
  }
}
