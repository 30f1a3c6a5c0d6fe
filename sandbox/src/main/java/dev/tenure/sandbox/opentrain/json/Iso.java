package dev.tenure.sandbox.opentrain.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as the marketplace prints them: UTC, always with milliseconds. */
public final class Iso {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  // RFC 3339 has four digits for the year.
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Iso() {}

  public static String of(Instant instant) {
    return FORMAT.format(instant.isAfter(LATEST) ? LATEST : instant);
  }

  public static @Nullable String maybe(@Nullable Instant instant) {
    return instant == null ? null : of(instant);
  }
}
