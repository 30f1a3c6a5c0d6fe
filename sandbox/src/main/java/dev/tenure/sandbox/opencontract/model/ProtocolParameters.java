package dev.tenure.sandbox.opencontract.model;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What applies to all Working Contracts. Ratios are read when money is asked for or moves.
 *
 * @param protocolFee the Treasury's part of what a Worker earns (assumed: of that only)
 * @param backupAgentBondRatio the slice for one criterion, as a part of the price
 * @param baVotingWindow an ISO 8601 duration
 * @param baRecruitCount how many Backup Agents may vote; null where the protocol has not said,
 *     which counts as three
 */
@Serdeable
public record ProtocolParameters(
    @Ratio BigDecimal protocolFee,
    @Ratio BigDecimal workerStakeRatio,
    @Ratio BigDecimal disputeBondRatio,
    @Ratio BigDecimal backupAgentBondRatio,
    @Ratio BigDecimal earlyWithdrawalSlashRatio,
    @Ratio BigDecimal absentNoneMetClientShare,
    @Ratio BigDecimal baUnclearSlashRatio,
    @PositiveOrZero BigDecimal tokenMintRewardFull,
    @PositiveOrZero BigDecimal tokenMintRewardReduced,
    @PositiveOrZero BigDecimal baEligibilityStake,
    String baVotingWindow,
    @Nullable @Min(1) @Max(1_000) Integer baRecruitCount) {
  private static final BigDecimal TWENTIETH = new BigDecimal("0.05");

  /** The documented numbers, in the bootstrap phase: there is no token yet. */
  public static final ProtocolParameters DEFAULT =
      new ProtocolParameters(
          TWENTIETH,
          TWENTIETH,
          TWENTIETH,
          BigDecimal.ZERO,
          new BigDecimal("0.3"),
          new BigDecimal("0.8"),
          new BigDecimal("0.3"),
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          "PT24H",
          null);
}
