package dev.tenure.activities.opentrain.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /contracts}.
 *
 * @param contracts of {@link Contract}, read one by one
 */
@Serdeable
public record ContractsBody(@Nullable JsonNode contracts) {}
