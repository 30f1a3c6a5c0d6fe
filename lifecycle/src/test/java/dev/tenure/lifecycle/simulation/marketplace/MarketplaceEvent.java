package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.call.Notification;
import java.time.Instant;

/**
 * An event of {@code GET /updates}.
 *
 * @param id grows from event to event
 */
public record MarketplaceEvent(long id, Instant createdAt, Notification notification) {}
