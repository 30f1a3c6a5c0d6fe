package dev.tenure.cli.option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a moment in the past as people type it: {@code 45s}, {@code 30m}, {@code 2h} or {@code 3d}
 * ago, a day ({@code 2027-01-31}, in UTC), or a time with its offset ({@code
 * 2027-01-31T08:00:00Z}).
 */
public final class PastMoment {
  private static final Pattern AGO = Pattern.compile("(\\d{1,6})\\s*(s|m|min|h|d)");

  private PastMoment() {}

  public static Instant of(String text) {
    var typed = text.strip();
    var ago = AGO.matcher(typed);
    try {
      if (ago.matches()) {
        return Instant.now().minus(span(Long.parseLong(ago.group(1)), ago.group(2)));
      }
      return typed.contains("T")
          ? OffsetDateTime.parse(typed).toInstant()
          : LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "\"" + typed + "\" is no moment; write 30m, 2h, 3d, 2027-01-31 or 2027-01-31T08:00:00Z");
    }
  }

  private static Duration span(long many, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(many);
      case "m", "min" -> Duration.ofMinutes(many);
      case "h" -> Duration.ofHours(many);
      default -> Duration.ofDays(many);
    };
  }
}
