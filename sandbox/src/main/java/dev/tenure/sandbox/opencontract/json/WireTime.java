package dev.tenure.sandbox.opencontract.json;

import dev.tenure.sandbox.clock.MarketClock;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;
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

  /** Prints a moment as ISO 8601 in UTC, with no more digits than it needs. */
  @Singleton
  record Printer(MarketClock clock) implements Serializer<WireTime> {

    @Override
    public void serialize(
        Encoder encoder, EncoderContext context, Argument<? extends WireTime> type, WireTime value)
        throws IOException {
      encoder.encodeString(clock.wall(value.at()).toString());
    }
  }
}
