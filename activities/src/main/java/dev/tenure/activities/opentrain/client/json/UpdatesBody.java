package dev.tenure.activities.opentrain.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /updates}.
 *
 * @param events of {@link Update}, read one by one
 */
@Serdeable
public record UpdatesBody(
    @Nullable JsonNode events, @Nullable String nextCursor, @Nullable Boolean hasMore) {}
