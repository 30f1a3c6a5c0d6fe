package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.clock.MarketClock;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Prints a moment as the time that a client's own clock shows then. */
@Singleton
class MomentSerializer implements Serializer<Moment> {
  private final MarketClock clock;

  MomentSerializer(MarketClock clock) {
    this.clock = clock;
  }

  @Override
  public void serialize(
      Encoder encoder, EncoderContext context, Argument<? extends Moment> type, Moment value)
      throws IOException {
    encoder.encodeString(Iso.of(clock.wall(value.at())));
  }
}
