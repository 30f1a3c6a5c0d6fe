package dev.tenure.sandbox.opencontract.json;

import dev.tenure.sandbox.clock.MarketClock;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Prints a moment as ISO 8601 in UTC, with no more digits than it needs. */
@Singleton
class WireTimeSerializer implements Serializer<WireTime> {
  private final MarketClock clock;

  WireTimeSerializer(MarketClock clock) {
    this.clock = clock;
  }

  @Override
  public void serialize(
      Encoder encoder, EncoderContext context, Argument<? extends WireTime> type, WireTime value)
      throws IOException {
    encoder.encodeString(clock.wall(value.at()).toString());
  }
}
