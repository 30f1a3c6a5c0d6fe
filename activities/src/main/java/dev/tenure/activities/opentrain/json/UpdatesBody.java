package dev.tenure.activities.opentrain.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /updates}. */
public record UpdatesBody(
    @Nullable List<Update> events, @Nullable String nextCursor, @Nullable Boolean hasMore) {}
