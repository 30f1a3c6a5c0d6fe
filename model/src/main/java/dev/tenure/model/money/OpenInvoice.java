package dev.tenure.model.money;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of the marketplace that still waits for somebody.
 *
 * @param number the marketplace's running number
 * @param kind e.g. {@code FUNDING}
 * @param status e.g. {@code PENDING_FUNDING}
 * @param amount the milestone's amount, without fees
 */
public record OpenInvoice(
    String id,
    @Nullable Long number,
    String kind,
    String status,
    Money amount,
    @Nullable Instant createdAt,
    @Nullable String milestoneId) {}
