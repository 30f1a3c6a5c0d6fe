package dev.tenure.activities.opencontract.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every 2xx answer.
 *
 * @param data an object, or an array where a list is told
 * @param meta promised everywhere, and shown by no sample
 */
@Serdeable
public record EnvelopeJson(@Nullable JsonNode data, @Nullable Meta meta) {

  /**
   * About the answer.
   *
   * @param nextCursor absent on the last page
   */
  @Serdeable
  public record Meta(
      @Nullable String requestId, @Nullable String timestamp, @Nullable String nextCursor) {}
}
