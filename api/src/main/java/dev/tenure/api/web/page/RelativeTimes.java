package dev.tenure.api.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in words, as seen from one moment. */
public record RelativeTimes(Instant now) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Duration URGENT = Duration.ofHours(12);

  /** A moment to come, or one that has passed. */
  public Moment when(Instant instant) {
    Duration left = Duration.between(now, instant);
    return new Moment(
        MOMENT.format(instant), instant.toString(), distance(left), left.compareTo(URGENT) < 0);
  }

  private static String distance(Duration left) {
    String size = span(left.abs());
    return left.isNegative() ? size + " ago" : "in " + size;
  }

  /** A length of time. */
  public static String span(Duration span) {
    if (span.toHours() >= 48) {
      // Never rounded: what is due in 71 hours is due in 2 days 23 h, and not in 2 days.
      int hours = span.toHoursPart();
      return span.toDays() + (hours == 0 ? " days" : " days " + hours + " h");
    }
    if (span.toMinutes() >= 120) {
      int minutes = span.toMinutesPart();
      return span.toHours() + (minutes == 0 ? " h" : " h " + minutes + " min");
    }
    return span.toSeconds() >= 120
        ? span.toMinutes() + " min"
        : span.toSeconds() + (span.toSeconds() == 1 ? " second" : " seconds");
  }
}
