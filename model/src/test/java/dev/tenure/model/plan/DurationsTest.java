package dev.tenure.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "PT72H, 3 days",
    "PT71H, 2 days 23 h",
    "PT24H, 24 h",
    "PT150M, 2 h 30 min",
    "PT90M, 90 min",
    "PT1S, 1 second"
  })
  void aSpanIsToldInTheUnitsThatPeopleUse(Duration span, String words) {
    assertThat(Durations.words(span)).isEqualTo(words);
  }
}
