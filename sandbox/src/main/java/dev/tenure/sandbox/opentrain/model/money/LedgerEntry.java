package dev.tenure.sandbox.opentrain.model.money;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the credits account; a positive amount adds to what is available. */
@Serdeable
public record LedgerEntry(
    String id,
    String accountId,
    EntryType type,
    long amountCents,
    Instant createdAt,
    @Nullable String holdEntryId,
    @Nullable String proposalId,
    @Nullable String contractId,
    @Nullable String milestoneId,
    @Nullable String topUpId,
    @Nullable String note) {}
