package dev.tenure.cli.option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Narrows a list to what happened from a moment on. */
public final class SinceOption {
  private static final Pattern AGO = Pattern.compile("(\\d{1,6})\\s*(s|m|min|h|d)");

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "From this moment on: 30m, 2h or 3d ago, 2027-01-31, 2027-01-31T08:00:00Z.")
  @Nullable Instant moment;

  /** The moment; nothing where none was named. */
  public @Nullable Instant moment() {
    return moment;
  }

  /**
   * Reads a moment in the past as people type it: {@code 45s}, {@code 30m}, {@code 2h} or {@code
   * 3d} ago, a day ({@code 2027-01-31}, in UTC), or a time with its offset ({@code
   * 2027-01-31T08:00:00Z}).
   */
  public static Instant pastMoment(String text) {
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
