package dev.tenure.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  @ParameterizedTest
  @CsvSource({
    "P2DT23H,2 d 23 h",
    "P2DT23H59M59S,2 d 23 h",
    "P3D,3 d",
    "PT47H59M,1 d 23 h",
    "PT2H,2 h",
    "PT1H59M59S,1 h 59 min",
    "PT2M59S,2 min 59 s",
    "PT15M,15 min",
    "PT59S,59 s",
    "PT0.9S,0 s"
  })
  void aSpanIsToldInItsTwoLargestUnits(Duration span, String told) {
    assertThat(Formats.span(span)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"PT73H30M,3 d 1 h 30 min", "PT24H,1 d", "PT1H1S,1 h 1 s", "PT0S,0 s"})
  void aLengthThatSomebodyAgreesToIsToldWhole(String length, String told) {
    assertThat(Formats.length(new TextNode(length))).isEqualTo(told);
  }

  @Test
  void theLaterLinesOfATextStandBelowItsFirst() {
    assertThat(Formats.lines("task: ", "one\r\n\ntwo"))
        .containsExactly("task: one", "      ", "      two");
    assertThat(Formats.lines("task: ", "")).containsExactly("task:");
  }

  @Test
  void aDeadlineIsNeverToldAsLaterThanItIsAndNeverADayTooEarly() {
    var now = Instant.parse("2027-01-01T00:00:00Z");
    assertThat(Formats.distance(new TextNode("2027-01-03T23:00:00Z"), now))
        .isEqualTo("in 2 d 23 h");
    assertThat(Formats.distance(new TextNode("2026-12-31T23:59:00Z"), now)).isEqualTo("1 min ago");
  }
}
