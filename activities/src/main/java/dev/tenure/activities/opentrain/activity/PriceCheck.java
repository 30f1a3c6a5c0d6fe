package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.call.Failures;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.model.plan.MilestonePlan;
import org.jspecify.annotations.Nullable;

/**
 * How contracts price a milestone: by its amount where the price is fixed, else by rate times
 * volume. A plan of the other kind is refused here, in words that OpenTrain's 400 does not have.
 */
final class PriceCheck {

  private PriceCheck() {}

  static void check(ContractSnapshot contract, MilestonePlan milestone) {
    @Nullable String unit = unit(contract.paymentType());
    boolean fixed = "FIXED_PRICE".equals(contract.paymentType());
    if (unit != null && milestone.volume() == null) {
      throw Failures.rejected(
          "contract %s is paid by the %s, so that milestone %s needs a volume beside its amount. Skip it and add it again with one"
              .formatted(contract.id(), unit, milestone.key()));
    }
    if (fixed && milestone.volume() != null) {
      throw Failures.rejected(
          "contract %s has a fixed price and takes no volume, but milestone %s has one. Skip it and add it again without"
              .formatted(contract.id(), milestone.key()));
    }
  }

  /** What a contract is paid by; absent for a fixed price and for types that are not known here. */
  private static @Nullable String unit(@Nullable String paymentType) {
    return switch (paymentType) {
      case "PAY_PER_HOUR" -> "hour";
      case "PAY_PER_LABEL" -> "label";
      case null, default -> null;
    };
  }
}
