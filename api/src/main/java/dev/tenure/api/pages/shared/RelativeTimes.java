package dev.tenure.api.pages.shared;

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

  /**
   * A moment, in words.
   *
   * @param words day and time, in UTC
   * @param iso the same for machines
   * @param distance how far it is from now
   * @param soon whether little time is left until it, or none
   */
  public record Moment(String words, String iso, String distance, boolean soon) {}

  /** A moment to come, or one that has passed. */
  public Moment when(Instant instant) {
    Duration left = Duration.between(now, instant);
    return new Moment(
        words(instant), instant.toString(), distance(left), left.compareTo(URGENT) < 0);
  }

  /** Its day and time, in UTC. */
  public static String words(Instant instant) {
    return MOMENT.format(instant);
  }

  private static String distance(Duration left) {
    String size = Durations.words(left.abs());
    return left.isNegative() ? size + " ago" : "in " + size;
  }
}
