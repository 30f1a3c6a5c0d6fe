package dev.tenure.sandbox.opencontract.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment of the marketplace's time. On the wire it becomes the wall's time, so that a client's
 * own timer for it is right however fast the sandbox's clock was made to run.
 */
public record WireTime(Instant at) {

  public static @Nullable WireTime maybe(@Nullable Instant at) {
    return at == null ? null : new WireTime(at);
  }
}
