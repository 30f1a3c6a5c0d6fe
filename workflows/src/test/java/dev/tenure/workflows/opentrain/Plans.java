package dev.tenure.workflows.opentrain;

import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.ReleaseRule;
import java.math.BigDecimal;
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
    return single(Policies.DEFAULT, null);
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

  static Policies onExpired(RefusalPolicy policy) {
    Policies d = Policies.DEFAULT;
    return new Policies(d.onDeclined(), policy, d.release(), d.end(), d.onEditedTerms());
  }

  static Policies release(ReleaseRule rule) {
    Policies d = Policies.DEFAULT;
    return new Policies(d.onDeclined(), d.onExpired(), rule, d.end(), d.onEditedTerms());
  }

  static Policies end(EndRule rule) {
    Policies d = Policies.DEFAULT;
    return new Policies(d.onDeclined(), d.onExpired(), d.release(), rule, d.onEditedTerms());
  }

  static Policies onEditedTerms(EditedTerms rule) {
    Policies d = Policies.DEFAULT;
    return new Policies(d.onDeclined(), d.onExpired(), d.release(), d.end(), rule);
  }

  /** All milestones at once. */
  static HirePlan overlapping() {
    return of(
        Policies.DEFAULT,
        null,
        List.of(
            first(),
            milestone("m2", "250.00", FundRule.atStart()),
            milestone("m3", "100.00", FundRule.atStart())));
  }

  /** The first milestone, and a second one only on request. */
  static HirePlan onRequest() {
    return of(
        Policies.DEFAULT, null, List.of(first(), milestone("m2", "250.00", FundRule.onRequest())));
  }

  /** A second milestone of 40 hours, reckoned at 900 dollars. */
  static HirePlan byTheHour(Policies policies, @Nullable Money cap) {
    MilestonePlan hours =
        new MilestonePlan(
            "m2",
            "Batch m2",
            "40 hours",
            Money.usd("900.00"),
            null,
            FundRule.afterPaid("m1"),
            null,
            new BigDecimal("40"));
    return of(policies, cap, List.of(first(), hours));
  }

  static HirePlan single(Policies policies, @Nullable Money cap) {
    return of(policies, cap, List.of(first()));
  }

  static HirePlan of(Policies policies, @Nullable Money cap, List<MilestonePlan> milestones) {
    return new HirePlan("default", "prp_1", null, Map.of(), milestones, cap, false, policies);
  }

  static MilestonePlan first() {
    return milestone("m1", "450.00", FundRule.atStart());
  }

  static MilestonePlan milestone(String key, String amount, FundRule fund) {
    return new MilestonePlan(
        key, "Batch " + key, "Frames of batch " + key, Money.usd(amount), null, fund);
  }
}
