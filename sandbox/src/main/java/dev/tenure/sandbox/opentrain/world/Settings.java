package dev.tenure.sandbox.opentrain.world;

import dev.tenure.sandbox.http.Constraints;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What applies to the whole marketplace.
 *
 * @param approvalWindowMs how long a person may take to decide, in the marketplace's time
 * @param sweeper expires overdue approvals by itself; otherwise they flip when read
 * @param payoutEvents a trainer's request for payout rings as payment.pending; off, since no event
 *     is documented for it and a client must live without
 * @param tokenRequestsPerMinute how often one token may call; 0 for no limit
 * @param addressRequestsPerMinute how often one address may call without a token; 0 for no limit
 */
@Serdeable
public record Settings(
    @Min(1) @Max(Constraints.TEN_YEARS_MS) Long approvalWindowMs,
    Boolean sweeper,
    Boolean payoutEvents,
    @Min(0) @Max(MOST_REQUESTS) Long tokenRequestsPerMinute,
    @Min(0) @Max(MOST_REQUESTS) Long addressRequestsPerMinute) {
  private static final long MOST_REQUESTS = 1_000_000;

  public static final Settings DEFAULT = new Settings(72L * 60 * 60 * 1000, false, false, 0L, 0L);

  public Settings window(long ms) {
    return new Settings(
        ms, sweeper, payoutEvents, tokenRequestsPerMinute, addressRequestsPerMinute);
  }
}
