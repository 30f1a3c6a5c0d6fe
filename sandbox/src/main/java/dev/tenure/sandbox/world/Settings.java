package dev.tenure.sandbox.world;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What applies to the whole marketplace.
 *
 * @param approvalWindowMs how long a person may take to decide
 * @param sweeper expires overdue approvals by itself; otherwise they flip when read
 * @param payoutEvents a trainer's request for payout rings as payment.pending; no event is
 *     documented for it, so a client must live without
 */
@Serdeable
public record Settings(long approvalWindowMs, boolean sweeper, boolean payoutEvents) {
  public static final Settings DEFAULT = new Settings(72L * 60 * 60 * 1000, false, true);
}
