package dev.tenure.sandbox.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as RFC 3339 writes them. The JDK's own reader knows no offset beyond 18 hours and
 * no leap second; both are taken here, the latter as the second after it.
 */
public final class IsoTime {
  /** A date, or a time with its offset, as the API's description says it. */
  public static final String SHAPE =
      "^\\d{4}-\\d{2}-\\d{2}"
          + "([Tt]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d))?$";

  private static final int DATE_LENGTH = 10;
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2})(?::(\\d{2})(\\.\\d{1,9})?\\d*)?"
              + "(?:Z|([+-])([01]\\d|2[0-3]):([0-5]\\d))");

  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private IsoTime() {}

  /**
   * The instant of a time, or the first of a date in UTC.
   *
   * @throws DateTimeException when the text is neither
   */
  public static Instant parse(String text) {
    return text.length() == DATE_LENGTH
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : time(text.toUpperCase(Locale.ROOT));
  }

  /**
   * The instant of a field of a request; null when the field was left out.
   *
   * @throws InvalidRequest when it is no time, such as the 30th of February
   */
  public static @Nullable Instant of(String field, @Nullable String text) {
    try {
      return text == null ? null : parse(text);
    } catch (DateTimeException e) {
      throw InvalidRequest.field(field, Constraints.NO_DATE);
    }
  }

  private static Instant time(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException("not a time: " + text);
    }
    String seconds = parts.group(3) == null ? "00" : parts.group(3);
    boolean leap = seconds.equals("60");
    String fraction = parts.group(4) == null || leap ? "" : parts.group(4);
    LocalDateTime local =
        LocalDateTime.parse(
            parts.group(1) + "T" + parts.group(2) + ":" + (leap ? "59" : seconds) + fraction);
    Instant instant =
        local.toInstant(ZoneOffset.UTC).plusSeconds(leap ? 1 : 0).minus(offset(parts));
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new DateTimeException("not of four digits of year: " + text);
    }
    return instant;
  }

  private static Duration offset(Matcher parts) {
    if (parts.group(5) == null) {
      return Duration.ZERO;
    }
    Duration offset =
        Duration.ofHours(Integer.parseInt(parts.group(6)))
            .plusMinutes(Integer.parseInt(parts.group(7)));
    return parts.group(5).equals("-") ? offset.negated() : offset;
  }
}
