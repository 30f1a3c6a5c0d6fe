package dev.tenure.api.hires.request;

import dev.tenure.api.hires.request.HireRequest.BudgetRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.Fees;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the budget cap and holds it against the worst case of the plan. */
final class BudgetReader {

  private static final Pointer AT = Pointer.ROOT.to("budget").to("cap");

  private final Violations violations;

  BudgetReader(Violations violations) {
    this.violations = violations;
  }

  @Nullable Money cap(@Nullable BudgetRequest asked, List<MilestonePlan> milestones) {
    Money cap = cap(asked);
    boolean priced =
        !milestones.isEmpty() && milestones.stream().allMatch(m -> m.amount().isPositive());
    if (cap != null && cap.isPositive() && priced) {
      checkWorstCase(cap, milestones);
    }
    return cap;
  }

  @Nullable Money cap(@Nullable BudgetRequest asked) {
    return asked == null || asked.cap() == null
        ? null
        : new MoneyReader(violations).read(AT, asked.cap());
  }

  private void checkWorstCase(Money cap, List<MilestonePlan> milestones) {
    Money worst = Fees.worstCase(milestones.stream().map(MilestonePlan::amount).toList());
    if (cap.compareTo(worst) < 0) {
      violations.add(
          AT,
          "below_worst_case",
          "The milestones cost up to " + worst + " with every fee; the cap is " + cap + ".");
    }
  }
}
