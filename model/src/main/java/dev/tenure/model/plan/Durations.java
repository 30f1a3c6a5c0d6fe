package dev.tenure.model.plan;

import java.time.Duration;

/** Lengths of time in words. */
public final class Durations {
  private Durations() {}

  /** For people, e.g. 3 days, 2 days 23 h, 90 min. Never rounded but below a minute. */
  public static String words(Duration span) {
    if (span.toHours() >= 48) {
      // What is due in 71 hours is due in 2 days 23 h, and not in 2 days.
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
