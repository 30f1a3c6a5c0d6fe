package dev.tenure.activities.opentrain.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /job-drafts/capabilities}: one switch per thing. */
public record CapabilitiesBody(@Nullable Map<String, @Nullable Boolean> capabilities) {}
