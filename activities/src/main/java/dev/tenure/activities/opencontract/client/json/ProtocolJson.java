package dev.tenure.activities.opencontract.client.json;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The protocol's parameters. Ratios are fractions of the contract's value.
 *
 * @param protocolFee the Treasury's part of a payout
 * @param absentNoneMetClientShare the Client's part of a stake that is slashed whole
 * @param baVotingWindow ISO-8601 duration
 * @param baRecruitCount reserved
 */
@Serdeable
public record ProtocolJson(
    @Nullable BigDecimal protocolFee,
    @Nullable BigDecimal workerStakeRatio,
    @Nullable BigDecimal disputeBondRatio,
    @Nullable BigDecimal backupAgentBondRatio,
    @Nullable BigDecimal earlyWithdrawalSlashRatio,
    @Nullable BigDecimal absentNoneMetClientShare,
    @Nullable BigDecimal baUnclearSlashRatio,
    @Nullable BigDecimal tokenMintRewardFull,
    @Nullable BigDecimal tokenMintRewardReduced,
    @Nullable BigDecimal baEligibilityStake,
    @Nullable String baVotingWindow,
    @Nullable Integer baRecruitCount) {}
