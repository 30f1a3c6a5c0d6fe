package dev.tenure.workflows;

import dev.tenure.model.FundRule;
import dev.tenure.model.HirePlan;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import dev.tenure.model.Policies;
import dev.tenure.model.RefusalPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans for tests: three milestones of 450, 250 and 100 dollars, one after the other. */
final class Plans {

  private Plans() {}

  static HirePlan canonical() {
    return with(Policies.DEFAULT, Money.usd("1000.00"));
  }

  static HirePlan single() {
    return new HirePlan(
        "default", "prp_1", null, Map.of(), List.of(first()), null, false, Policies.DEFAULT);
  }

  static HirePlan with(Policies policies) {
    return with(policies, null);
  }

  static HirePlan with(Policies policies, @Nullable Money cap) {
    return new HirePlan(
        "default",
        "prp_1",
        "REQ-118",
        Map.of("team", "vision"),
        List.of(
            first(),
            milestone("m2", "250.00", FundRule.afterPaid("m1")),
            milestone("m3", "100.00", FundRule.afterPaid("m2"))),
        cap,
        false,
        policies);
  }

  static Policies onDeclined(RefusalPolicy policy) {
    Policies d = Policies.DEFAULT;
    return new Policies(policy, d.onExpired(), d.release(), d.end(), d.onEditedTerms());
  }

  private static MilestonePlan first() {
    return milestone("m1", "450.00", FundRule.atStart());
  }

  private static MilestonePlan milestone(String key, String amount, FundRule fund) {
    return new MilestonePlan(
        key, "Batch " + key, "Frames of batch " + key, Money.usd(amount), null, fund);
  }
}
