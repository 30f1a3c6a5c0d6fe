package dev.tenure.activities.opentrain.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** An event of the updates feed, which webhooks carry alike. */
@Serdeable
public record Update(
    @Nullable String id,
    @Nullable String type,
    @Nullable String createdAt,
    @Nullable String resourceId,
    @Nullable JsonNode data) {}
