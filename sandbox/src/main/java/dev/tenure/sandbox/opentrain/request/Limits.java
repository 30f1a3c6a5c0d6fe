package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The limits that several requests share, and the words for a value beyond them. */
public final class Limits {
  public static final int TEXT = Texts.LONGEST;
  public static final String LARGEST = "1000000000";
  public static final double CENT = 0.01;
  public static final String DATE = IsoTime.SHAPE;

  public static final String TOO_LONG = "is too long: at most {max} characters";
  public static final String POSITIVE = "must be above 0 and at most " + LARGEST;
  public static final String CENTS = "must have at most 2 decimals";
  public static final String NO_DATE = "must be an ISO 8601 date";
  public static final String REQUIRED = "is required";

  private Limits() {}

  /**
   * The instant of a field of a request.
   *
   * @throws Refusal when it is no time, such as the 30th of February
   */
  public static @Nullable Instant time(String field, @Nullable String text) {
    try {
      return text == null ? null : IsoTime.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.field(field, NO_DATE);
    }
  }
}
