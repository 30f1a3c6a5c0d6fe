package dev.tenure.activities.opencontract.client.json;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The vote of one Backup Agent on one criterion.
 *
 * @param criterionIndex from 0
 * @param vote {@code met}, {@code not met} or {@code unclear}
 * @param majorityOutcome absent until the tally
 * @param bondOutcome {@code returned}, {@code slashed} or {@code partially slashed}; absent until
 *     the tally
 * @param reward in tokens; absent until the contract is resolved
 */
@Serdeable
public record VoteJson(
    @Nullable String contractId,
    @Nullable String backupAgent,
    @Nullable Integer criterionIndex,
    @Nullable String vote,
    @Nullable String majorityOutcome,
    @Nullable String bondOutcome,
    @Nullable BigDecimal reward) {}
