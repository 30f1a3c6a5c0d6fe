package dev.tenure.api.web.page;

import dev.tenure.model.plan.Durations;
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
    String size = Durations.words(left.abs());
    return left.isNegative() ? size + " ago" : "in " + size;
  }
}
