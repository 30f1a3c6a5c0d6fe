package dev.tenure.sandbox.opentrain.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment of the marketplace's time. On the wire it becomes the wall's time, so that a client's
 * own timer for it is right however fast the sandbox's clock was made to run.
 */
public record Moment(Instant at) {

  public static Moment of(Instant instant) {
    return new Moment(instant);
  }

  public static @Nullable Moment maybe(@Nullable Instant instant) {
    return instant == null ? null : new Moment(instant);
  }
}
