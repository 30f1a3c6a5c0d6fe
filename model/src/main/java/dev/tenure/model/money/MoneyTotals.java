package dev.tenure.model.money;

import org.jspecify.annotations.Nullable;

/**
 * The money of one hire.
 *
 * @param cap the most that it may cost, if the requester set one
 * @param committed funded so far, released or not, without fees
 * @param paid released to the trainer
 * @param feesEstimated what the marketplace is expected to have charged so far, also for a
 *     milestone that was cancelled after its funding
 * @param worstCase what the hire costs if every milestone is funded, fees included
 */
public record MoneyTotals(
    @Nullable Money cap, Money committed, Money paid, Money feesEstimated, Money worstCase) {}
