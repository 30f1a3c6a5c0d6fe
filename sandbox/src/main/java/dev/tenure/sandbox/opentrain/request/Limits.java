package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What requests about money and time share. */
public final class Limits {
  public static final double CENT = 0.01;

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
      throw Refusal.field(field, Constraints.NO_DATE);
    }
  }
}
