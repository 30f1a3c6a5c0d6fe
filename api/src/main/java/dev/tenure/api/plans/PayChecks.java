package dev.tenure.api.plans;

import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether amounts, volumes and the cap go with the proposal's rate. */
record PayChecks(Checks checks, Price price) {

  void run() {
    if (volumes() || Boolean.TRUE.equals(price.rate().byVolume())) {
      rate();
      differences();
    }
    cap(checks, price.plan().cap(), price.worstCase());
  }

  private void rate() {
    @Nullable Boolean byVolume = price.rate().byVolume();
    List<MilestonePlan> later = price.plan().milestones().subList(1, size());
    if (byVolume == null) {
      checks.unknown("rate", "Nothing tells whether the contract is paid by volume.", null);
    } else if (!byVolume) {
      checks.red(
          "rate",
          "A contract of this proposal has a fixed price, and volume means nothing to it.",
          "Leave volume out.");
    } else if (price.rate().usd() == null) {
      checks.red(
          "rate",
          "The proposal has no rate, so that the marketplace cannot price a milestone.",
          "A person must agree on a rate in OpenTrain's app.");
    } else if (later.stream().anyMatch(milestone -> milestone.volume() == null)) {
      checks.red(
          "rate",
          "A contract of this proposal is paid by volume, and a later milestone has none.",
          "Give each milestone after the first its volume.");
    } else {
      checks.green("rate", "The proposal has a rate to price volumes by.");
    }
  }

  private void differences() {
    for (MilestonePlan milestone : price.plan().milestones()) {
      @Nullable Money other = price.marketplacePrice(milestone);
      if (other != null && other.compareTo(milestone.amount()) != 0) {
        checks.red(
            "price",
            "Milestone %s reckons with %s, the marketplace will take %s."
                .formatted(milestone.key(), milestone.amount(), other),
            "Send %s as its amount, or another volume.".formatted(other));
      }
    }
  }

  static void cap(Checks checks, @Nullable Money cap, Money worstCase) {
    if (cap == null) {
      checks.green("cap", "No cap is set; the worst case is " + worstCase + ".");
    } else if (cap.compareTo(worstCase) >= 0) {
      checks.green("cap", "The cap of %s leaves %s.".formatted(cap, cap.minus(worstCase)));
    } else {
      checks.red(
          "cap",
          "It may cost %s, above the cap of %s.".formatted(worstCase, cap),
          "Raise the cap to " + worstCase + ".");
    }
  }

  private boolean volumes() {
    return price.plan().milestones().stream().anyMatch(milestone -> milestone.volume() != null);
  }

  private int size() {
    return price.plan().milestones().size();
  }
}
