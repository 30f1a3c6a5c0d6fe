package dev.tenure.activities.opencontract.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An API key that was issued.
 *
 * @param apiKey shown this once
 */
@Serdeable
public record IssuedKeyJson(
    @Nullable String address,
    @Nullable String apiKey,
    @Nullable String keyId,
    @Nullable String label) {

  /** Without the key: this may end up in a log. */
  @Override
  public String toString() {
    return "key " + keyId + " of " + address;
  }
}
