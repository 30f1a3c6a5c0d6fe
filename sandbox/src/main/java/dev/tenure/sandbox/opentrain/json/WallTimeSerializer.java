package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.http.JsonViews;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;

/**
 * Prints a moment of the marketplace's time. In the store it stays what it is; on the wire it
 * becomes the wall's time, so that a client's own timer for it is right however fast the sandbox's
 * clock was made to run.
 */
@Singleton
record WallTimeSerializer(MarketClock clock) implements Serializer<Instant> {

  @Override
  public void serialize(
      Encoder encoder, EncoderContext context, Argument<? extends Instant> type, Instant value)
      throws IOException {
    encoder.encodeString(
        context.hasView(JsonViews.Wire.class) ? Iso.of(clock.wall(value)) : value.toString());
  }
}
