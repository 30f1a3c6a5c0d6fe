package dev.tenure.model.money;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the marketplace's credits ledger. Entries never change once they are booked.
 *
 * @param type the marketplace's word, e.g. {@code HOLD}
 * @param amount signed: what adds to the available credits is positive
 * @param holdEntryId the {@code HOLD} that a later entry settles
 * @param note the marketplace's own words
 */
public record LedgerEntry(
    String id,
    String type,
    Money amount,
    Instant bookedAt,
    @Nullable String holdEntryId,
    @Nullable String proposalId,
    @Nullable String contractId,
    @Nullable String milestoneId,
    @Nullable String note) {}
