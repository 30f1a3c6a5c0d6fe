package dev.tenure.activities.opentrain.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /job-drafts/capabilities}: one switch per thing, true or false. */
@Serdeable
public record CapabilitiesBody(@Nullable Map<String, JsonNode> capabilities) {}
