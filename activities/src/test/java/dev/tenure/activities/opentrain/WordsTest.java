package dev.tenure.activities.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @Test
  void foreignTextBecomesOneLineWithoutSecretsAndAddresses() {
    assertThat(Words.safe("token ot_pat_ab_cd of\n ada@example.org, whsec_12 is\tbad"))
        .isEqualTo("token *** of *** *** is bad");
  }

  @Test
  void foreignTextIsShort() {
    assertThat(Words.safe("x".repeat(1_000))).hasSize(200).endsWith("…");
  }

  @Test
  void aLinkIsKept() {
    assertThat(Words.link("https://app.opentrain.ai/claim"))
        .isEqualTo("https://app.opentrain.ai/claim");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "javascript:alert(1)", "/claim", "https://a b"})
  void whatIsNoLinkIsNotOffered(String text) {
    assertThat(Words.link(text)).isNull();
  }
}
