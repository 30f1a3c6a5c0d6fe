package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.model.hire.ApprovalStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * What OpenTrain's documents leave open and this marketplace rests on, as the reference assumes it.
 * Each fact stands here alone, so that it can be changed alone; the names of the milestone statuses
 * stand in {@link MilestoneStatus}.
 */
final class Assumed {
  static final String ORIGIN = "https://app.opentrain.ai";
  static final String BILLING_URL = ORIGIN + "/settings/billing";
  static final String CLAIM_URL = ORIGIN + "/claim";

  /** "About 72 hours"; every sample shows exactly that. */
  static final Duration APPROVAL_WINDOW = Duration.ofDays(3);

  /**
   * How an approval reads that was overtaken: by other terms of the hire, by an end of the
   * contract, or because people did in the app what it was for.
   */
  static final ApprovalStatus OVERTAKEN = ApprovalStatus.EXPIRED;

  /** Releasing what holds no money, be it paid already. */
  static final String NOT_RELEASABLE = "milestone_not_funded";

  /** The largest amount, in dollars. */
  static final BigDecimal LARGEST = new BigDecimal("1000000000");

  private static final long INITIATION_CENTS = 995;

  private Assumed() {}

  /** Ten percent, rounded half up, and the fee of contract initiation. */
  static long feesOfHire(long cents) {
    return feesOfFunding(cents) + INITIATION_CENTS;
  }

  /** Ten percent, rounded half up. They stay paid when escrow is refunded. */
  static long feesOfFunding(long cents) {
    return (cents * 10 + 50) / 100;
  }

  /** The price of a milestone by volume, in dollars. */
  static BigDecimal price(BigDecimal rate, BigDecimal volume) {
    return rate.multiply(volume).setScale(2, RoundingMode.HALF_UP);
  }

  /** Where pay depends on volume, an amount that people name buys this much. */
  static BigDecimal volume(BigDecimal rate, BigDecimal dollars) {
    return dollars.divide(rate, 2, RoundingMode.HALF_UP);
  }
}
