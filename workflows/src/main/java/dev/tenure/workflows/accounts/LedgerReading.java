package dev.tenure.workflows.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What a look into the marketplace's ledger brought.
 *
 * @param added entries that were not known before
 * @param trouble why it could not be read to its end
 */
public record LedgerReading(int added, @Nullable String trouble) {}
