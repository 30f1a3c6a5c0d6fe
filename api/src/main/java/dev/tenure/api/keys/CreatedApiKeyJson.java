package dev.tenure.api.keys;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A key that was made just now.
 *
 * @param secret what its holder sends as {@code Authorization: Bearer …}; it is told this once
 */
@Serdeable
@Schema(name = "CreatedApiKey")
public record CreatedApiKeyJson(ApiKeyJson key, String secret) {

  /** Never the secret: answers end up in logs. */
  @Override
  public String toString() {
    return "CreatedApiKeyJson[" + key.id() + "]";
  }
}
