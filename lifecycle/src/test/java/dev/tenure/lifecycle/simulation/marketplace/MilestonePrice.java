package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a milestone costs, and by which volume.
 *
 * @param volume hours or labels; absent on a fixed price
 */
record MilestonePrice(long cents, @Nullable BigDecimal volume) {

  /** Refuses a volume or an amount that no contract takes; only one of them is sent. */
  static void requireSensible(MilestonePlan plan) {
    BigDecimal volume = plan.volume();
    if (volume == null) {
      MilestoneTerms.cents(plan.amount(), "amountUsd");
    } else if (volume.signum() <= 0 || volume.compareTo(Assumed.LARGEST) > 0) {
      throw Refusal.field("volume");
    }
  }

  /** As the client sends it: by the volume where the plan has one, else by the amount. */
  static MilestonePrice of(SimulatedProposal proposal, MilestonePlan plan) {
    if (proposal.paymentType().byVolume()) {
      return byVolume(proposal.rateUsd(), plan.volume());
    }
    if (plan.volume() != null) {
      throw Refusal.field("amountUsd");
    }
    return new MilestonePrice(MilestoneTerms.cents(plan.amount(), "amountUsd"), null);
  }

  /** By rate times volume, on a contract that is paid by hours or labels. */
  static MilestonePrice byVolume(@Nullable BigDecimal rate, @Nullable BigDecimal volume) {
    if (volume == null) {
      throw Refusal.field("volume");
    }
    BigDecimal dollars = Assumed.price(requireRate(rate), volume);
    if (dollars.signum() == 0 || dollars.compareTo(Assumed.LARGEST) > 0) {
      throw Refusal.field("volume");
    }
    return new MilestonePrice(MilestoneTerms.cents(dollars), volume);
  }

  /** By an amount that people name in the app: the volume that it buys, at the contract's rate. */
  static MilestonePrice byAmount(SimulatedProposal proposal, long cents) {
    return proposal.paymentType().byVolume()
        ? byVolume(
            proposal.rateUsd(),
            Assumed.volume(requireRate(proposal.rateUsd()), BigDecimal.valueOf(cents, 2)))
        : new MilestonePrice(cents, null);
  }

  private static BigDecimal requireRate(@Nullable BigDecimal rate) {
    if (rate == null) {
      throw Refusal.conflict("contract_rate_missing");
    }
    return rate;
  }
}
