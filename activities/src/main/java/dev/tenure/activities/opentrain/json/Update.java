package dev.tenure.activities.opentrain.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** An event of the updates feed, which webhooks carry alike. */
public record Update(
    @Nullable String id,
    @Nullable String type,
    @Nullable String createdAt,
    @Nullable String resourceId,
    @Nullable JsonNode data) {}
