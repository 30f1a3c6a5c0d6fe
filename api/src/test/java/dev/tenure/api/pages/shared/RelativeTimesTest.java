package dev.tenure.api.pages.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeTimesTest {

  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "PT72H, in 3 days",
    "PT71H59M, in 2 days 23 h",
    "PT48H, in 2 days",
    "PT47H59M59S, in 47 h 59 min",
    "PT2H, in 2 h",
    "PT1H59M59S, in 119 min",
    "PT119S, in 119 seconds",
    "PT1S, in 1 second",
    "-PT71H59M, 2 days 23 h ago"
  })
  void aDistanceIsNeverRoundedToAnotherDay(Duration distance, String words) {
    assertThat(new RelativeTimes(NOW).when(NOW.plus(distance)).distance()).isEqualTo(words);
  }
}
