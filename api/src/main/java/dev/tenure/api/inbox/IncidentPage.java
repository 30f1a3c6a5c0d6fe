package dev.tenure.api.inbox;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Incidents, the longest open first.
 *
 * @param next the cursor of the page that follows
 */
@Serdeable
@Schema(name = "IncidentPage")
record IncidentPage(List<IncidentItemJson> incidents, @Nullable String next, boolean hasMore) {}
