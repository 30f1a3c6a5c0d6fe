package dev.tenure.api.inbox;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Events in the order of the feed.
 *
 * @param next what to give as {@code after} to read on
 */
@Serdeable
@Schema(name = "EventPage")
record EventPage(List<EventJson> events, long next, boolean hasMore) {}
