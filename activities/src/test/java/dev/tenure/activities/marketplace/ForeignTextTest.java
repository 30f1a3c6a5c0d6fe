package dev.tenure.activities.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "A\\u0000B, A\\ufffdB",
    "A\\ud800, A\\ufffd",
    "\\udc00B, \\ufffdB",
    "\\u001b]0;x\\u0007, \\ufffd]0;x\\ufffd",
    "a\\u202eb\\u2066c, a\\ufffdb\\ufffdc",
    "a\\u009bb\\u007f, a\\ufffdb\\ufffd",
    "a\\ufffeb, a\\ufffdb",
    "a\\r\\nb\\rc\\u2028d, a\\nb\\nc\\nd",
    "a\\tGröße 日本 \\ud83d\\ude00\\u200d, a\\tGröße 日本 \\ud83d\\ude00\\u200d"
  })
  void whatADatabaseATerminalOrAnEyeStumblesOverIsReplaced(String escaped, String clean) {
    assertThat(ForeignText.storable(unescaped(escaped))).isEqualTo(unescaped(clean));
  }

  private static String unescaped(String text) {
    String lines = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(lines)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(code.group(1), 16))));
  }

  @Test
  void aLineIsNeverCutInTheMiddleOfACharacter() {
    assertThat(ForeignText.line("x".repeat(198) + "😀".repeat(9))).isEqualTo("x".repeat(198) + "…");
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
