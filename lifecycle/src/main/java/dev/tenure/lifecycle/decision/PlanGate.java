package dev.tenure.lifecycle.decision;

import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.FundWhen;
import dev.tenure.model.plan.MilestonePlan;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How additions to a plan, and changes of it, are refused, whatever the marketplace: in words. */
public final class PlanGate {
  private PlanGate() {}

  /** Refuses the key of another milestone. */
  public static Optional<String> free(String key, Predicate<String> taken) {
    return taken.test(key)
        ? Optional.of("There is a milestone " + key + " already: choose another key.")
        : Optional.empty();
  }

  /** Refuses an amount in another currency than the hire's, and one of nothing. */
  public static Optional<String> amount(Money amount, String field, String currency) {
    if (!amount.currency().equals(currency)) {
      return Optional.of("%s must be in %s, as the whole hire is.".formatted(field, currency));
    }
    return amount.isPositive() ? Optional.empty() : Optional.of(field + " must be more than zero.");
  }

  /**
   * Refuses a place in the plan that there is not.
   *
   * @param payable whether another milestone may come after the one of this key
   */
  public static Optional<String> fund(FundRule fund, String key, Predicate<String> payable) {
    String after = fund.after();
    if ((fund.when() == FundWhen.AFTER_PAID) != (after != null)) {
      return Optional.of("fund.after goes with after_paid, and only with it.");
    }
    if (after == null) {
      return Optional.empty();
    }
    if (after.equals(key)) {
      return Optional.of("Milestone " + key + " cannot come after itself.");
    }
    return payable.test(after)
        ? Optional.empty()
        : Optional.of("fund.after names " + after + ", which is no milestone of this hire.");
  }

  /**
   * Refuses what would only hold up all that comes after it.
   *
   * @param total that the hire could cost with it
   */
  public static Optional<String> fits(String key, Money total, @Nullable Money cap) {
    return cap == null || total.compareTo(cap) <= 0
        ? Optional.empty()
        : Optional.of(
            "With milestone %s the hire could cost %s, above its cap of %s: raise budget.cap first."
                .formatted(key, total, cap));
  }

  public static String unknown(String key) {
    return "There is no milestone " + key + " in this hire.";
  }

  public static String over(String key, MilestoneState state) {
    return "Milestone %s cannot be changed any more: it is %s.".formatted(key, state.wire());
  }

  /** Refuses another place in the plan for a milestone that has one. */
  public static Optional<String> place(MilestonePlan asked, MilestonePlan there) {
    return asked.fund().equals(there.fund())
        ? Optional.empty()
        : Optional.of("Milestone " + asked.key() + " keeps its place: fund cannot be changed.");
  }

  /**
   * Refuses a cap below what is spent, and what people may confirm at any moment: neither can be
   * taken back.
   *
   * @param what such an amount is
   */
  public static Optional<String> floor(Money cap, Money bound, String what) {
    return cap.compareTo(bound) >= 0
        ? Optional.empty()
        : Optional.of("The budget cannot go below %s: so much is %s.".formatted(bound, what));
  }
}
