package dev.tenure.lifecycle.opencontract.marketplace;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * OpenContract's own numbers: fractions of a contract's price, but for the shares of a stake.
 *
 * @param protocolFee the Treasury's part of what a settlement pays the Worker
 * @param workerStakeRatio the Worker's stake
 * @param disputeBondRatio the Client's bond of a dispute
 * @param earlyWithdrawalSlashRatio the part of the stake that the Client gets when the Worker
 *     withdraws
 * @param absentNoneMetClientShare the Client's part of a stake that is slashed whole
 * @param votingWindow how long a dispute is voted on; absent where it was not told
 */
public record ProtocolParameters(
    BigDecimal protocolFee,
    BigDecimal workerStakeRatio,
    BigDecimal disputeBondRatio,
    BigDecimal earlyWithdrawalSlashRatio,
    BigDecimal absentNoneMetClientShare,
    @Nullable Duration votingWindow) {}
