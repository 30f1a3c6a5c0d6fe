package dev.tenure.sandbox.opentrain.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts and times in words for people. */
public final class Formats {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Formats() {}

  public static String money(long cents) {
    String sign = cents < 0 ? "−" : "";
    long size = Math.abs(cents);
    return String.format(Locale.ROOT, "%s$%,d.%02d", sign, size / 100, size % 100);
  }

  public static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  static String day(Instant instant) {
    return DAY.format(instant);
  }

  static String isoDay(Instant instant) {
    return instant.toString().substring(0, 10);
  }

  static String left(Instant now, Instant until) {
    Duration left = Duration.between(now, until);
    if (left.toHours() >= 100) {
      return "in %d days".formatted(left.toDays());
    }
    if (left.toMinutes() >= 120) {
      return "in %d hours".formatted(left.plusMinutes(30).toHours());
    }
    return left.toSeconds() >= 120
        ? "in %d minutes".formatted(left.toMinutes())
        : "in %d seconds".formatted(Math.max(left.toSeconds(), 0));
  }
}
