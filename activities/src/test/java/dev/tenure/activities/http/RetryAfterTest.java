package dev.tenure.activities.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private final RetryAfter retryAfter = new RetryAfter(() -> Instant.parse("2026-11-21T10:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "7, PT7S",
    "0, PT1S",
    "301, PT5M",
    "99999999999999999999, PT5M",
    "'Sat, 21 Nov 2026 10:00:40 GMT', PT40S",
    "'Sat, 21 Nov 2026 09:00:00 GMT', PT1S",
    "'Sat, 21 Nov 2026 12:00:00 GMT', PT5M"
  })
  void secondsAndDatesAreReadAndKeptWithinReason(String header, Duration wait) {
    assertThat(retryAfter.read(header)).isEqualTo(wait);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "soon", "-5", "Sat, 41 Feb 2026 10:00:00 GMT"})
  void anythingElseIsNoWait(String header) {
    assertThat(retryAfter.read(header)).isNull();
  }

  @Test
  void blanksAroundTheNumberDoNotMatter() {
    assertThat(retryAfter.read(" 12 ")).isEqualTo(Duration.ofSeconds(12));
  }
}
