package dev.tenure.activities.opentrain.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The error envelope of every answer that is not 2xx. */
@Serdeable
public record ErrorBody(
    @Nullable String error,
    @Nullable String code,
    @Nullable String requestId,
    @Nullable JsonNode details) {

  /** A text among the details. */
  public @Nullable String detail(String name) {
    JsonNode node = details == null ? null : details.get(name);
    return node == null || !node.isString() ? null : node.getStringValue();
  }

  public @Nullable String reason() {
    return detail("reason");
  }
}
