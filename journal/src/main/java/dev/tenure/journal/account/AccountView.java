package dev.tenure.journal.account;

import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.account.Marketplace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A marketplace account as the workers last told of it.
 *
 * @param marketplaceUrl where the marketplace is; absent before a worker has told
 * @param servedAt when a worker last said that it serves the account
 * @param facts what the marketplace said of it
 * @param feedAt when its updates feed was last followed
 * @param feedError why it could not be followed, when that was the last thing to happen
 * @param ledgerAt when its ledger was last read to its end
 * @param ledgerError why it could not be read, when that was the last thing to happen
 * @param sweptAt when its active contracts were last read
 * @param sweepError why they could not be read, when that was the last thing to happen
 * @param sweep what was found and done then
 */
public record AccountView(
    String id,
    Marketplace marketplace,
    @Nullable String marketplaceUrl,
    Instant servedAt,
    @Nullable AccountFacts facts,
    @Nullable Instant feedAt,
    @Nullable String feedError,
    @Nullable Instant ledgerAt,
    @Nullable String ledgerError,
    @Nullable Instant sweptAt,
    @Nullable String sweepError,
    @Nullable SweepReport sweep) {}
