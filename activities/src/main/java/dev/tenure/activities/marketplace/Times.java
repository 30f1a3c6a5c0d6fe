package dev.tenure.activities.marketplace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A marketplace's instants and dates. What cannot be read is absent, never an error. */
public final class Times {

  private Times() {}

  public static Optional<Instant> instant(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A date is sent as {@code 2026-07-15} and comes back as midnight UTC. */
  public static Optional<LocalDate> date(@Nullable String text) {
    Optional<LocalDate> day =
        instant(text).map(instant -> instant.atOffset(ZoneOffset.UTC).toLocalDate());
    return day.isPresent() || text == null ? day : plain(text);
  }

  private static Optional<LocalDate> plain(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
