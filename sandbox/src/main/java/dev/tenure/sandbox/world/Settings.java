package dev.tenure.sandbox.world;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What applies to the whole marketplace.
 *
 * @param approvalWindowMs how long a person may take to decide
 * @param sweeper expires overdue approvals by itself; otherwise they flip when read
 */
@Serdeable
public record Settings(long approvalWindowMs, boolean sweeper) {
  public static final Settings DEFAULT = new Settings(72L * 60 * 60 * 1000, false);
}
