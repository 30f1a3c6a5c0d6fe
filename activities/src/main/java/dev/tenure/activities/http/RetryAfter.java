package dev.tenure.activities.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}, in seconds or as an HTTP date. */
public final class RetryAfter {

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(5);

  private final InstantSource clock;

  public RetryAfter(InstantSource clock) {
    this.clock = clock;
  }

  /** The wait asked for, between 1 s and 5 min; absent where the header says nothing readable. */
  public @Nullable Duration read(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return null;
    }
    String text = header.strip();
    return text.chars().allMatch(Character::isDigit) ? seconds(text) : date(text);
  }

  private static Duration seconds(String digits) {
    return digits.length() > 9 ? MOST : clamp(Duration.ofSeconds(Long.parseLong(digits)));
  }

  private @Nullable Duration date(String text) {
    try {
      ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return clamp(Duration.between(clock.instant(), until.toInstant()));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration clamp(Duration wait) {
    if (wait.compareTo(LEAST) < 0) {
      return LEAST;
    }
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }
}
