package dev.tenure.activities.opentrain.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The error envelope of every answer that is not 2xx. */
public record ErrorBody(
    @Nullable String error,
    @Nullable String code,
    @Nullable String requestId,
    @Nullable JsonNode details) {

  /** A text among the details. */
  public @Nullable String detail(String name) {
    JsonNode node = details == null ? null : details.get(name);
    return node == null || !node.isTextual() ? null : node.textValue();
  }

  public @Nullable String reason() {
    return detail("reason");
  }
}
