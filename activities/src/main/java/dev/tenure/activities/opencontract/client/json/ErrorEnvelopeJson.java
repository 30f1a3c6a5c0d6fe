package dev.tenure.activities.opencontract.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The envelope of every answer that is neither 2xx nor 402. */
@Serdeable
public record ErrorEnvelopeJson(@Nullable Problem error) {

  /**
   * What went wrong.
   *
   * @param message free text, for people
   */
  @Serdeable
  public record Problem(@Nullable String code, @Nullable String message) {}
}
