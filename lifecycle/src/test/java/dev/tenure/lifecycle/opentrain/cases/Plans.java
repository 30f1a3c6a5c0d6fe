package dev.tenure.lifecycle.opentrain.cases;

import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.model.plan.Then;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans for cases: milestones of 450, 250 and 100 dollars. */
final class Plans {
  static final RefusalPolicy CLOSE_AT_ONCE = new RefusalPolicy(0, Then.CLOSE);

  /** On the first refusal of any kind the hire is over. */
  static final Policies STRICT = onExpired(onDeclined(CLOSE_AT_ONCE), CLOSE_AT_ONCE);

  private Plans() {}

  /** Three milestones, one after the other, under a cap of 1000 dollars. */
  static HirePlan canonical() {
    return canonical(Policies.DEFAULT, "1000.00");
  }

  static HirePlan canonical(Policies policies) {
    return canonical(policies, null);
  }

  static HirePlan canonical(Policies policies, @Nullable String cap) {
    return of(
        policies,
        cap,
        milestone("m1", "450.00", FundRule.atStart()),
        milestone("m2", "250.00", FundRule.afterPaid("m1")),
        milestone("m3", "100.00", FundRule.afterPaid("m2")));
  }

  /** All three at once. */
  static HirePlan overlapping() {
    return of(
        Policies.DEFAULT,
        null,
        milestone("m1", "450.00", FundRule.atStart()),
        milestone("m2", "250.00", FundRule.atStart()),
        milestone("m3", "100.00", FundRule.atStart()));
  }

  /** Two at once. */
  static HirePlan pair() {
    return pair(Policies.DEFAULT);
  }

  static HirePlan pair(Policies policies) {
    return of(policies, null, first(), milestone("m2", "250.00", FundRule.atStart()));
  }

  /** The second one only on command. */
  static HirePlan onRequest() {
    return of(Policies.DEFAULT, null, first(), milestone("m2", "250.00", FundRule.onRequest()));
  }

  static HirePlan single() {
    return single(Policies.DEFAULT);
  }

  static HirePlan single(Policies policies) {
    return single(policies, null);
  }

  static HirePlan single(Policies policies, @Nullable String cap) {
    return of(policies, cap, first());
  }

  /** A second milestone of 40 hours, reckoned at 900 dollars. */
  static HirePlan byTheHour(Policies policies, @Nullable String cap) {
    return of(policies, cap, first(), hours("m2", "40", "900.00", FundRule.afterPaid("m1")));
  }

  static HirePlan of(Policies policies, @Nullable String cap, MilestonePlan... milestones) {
    return new HirePlan(
        "default",
        Story.PROPOSAL,
        "REQ-118",
        Map.of("team", "vision"),
        List.of(milestones),
        cap == null ? null : Money.usd(cap),
        false,
        policies);
  }

  static MilestonePlan first() {
    return first("450.00");
  }

  static MilestonePlan first(String amount) {
    return milestone("m1", amount, FundRule.atStart());
  }

  static MilestonePlan milestone(String key, String amount, FundRule fund) {
    return milestone(key, Money.usd(amount), fund, null, null);
  }

  static MilestonePlan milestone(
      String key,
      Money amount,
      FundRule fund,
      @Nullable ReleaseRule release,
      @Nullable LocalDate due) {
    return new MilestonePlan(
        key, "Batch " + key, "Frames of batch " + key, amount, due, fund, release, null);
  }

  /** The same milestone, due on that day. */
  static MilestonePlan due(MilestonePlan plan, @Nullable LocalDate day) {
    return milestone(plan.key(), plan.amount(), plan.fund(), plan.release(), day);
  }

  static MilestonePlan hours(String key, String hours, String amount, FundRule fund) {
    return new MilestonePlan(
        key,
        "Batch " + key,
        hours + " hours",
        Money.usd(amount),
        null,
        fund,
        null,
        new BigDecimal(hours));
  }

  static Policies onDeclined(RefusalPolicy policy) {
    Policies d = Policies.DEFAULT;
    return new Policies(policy, d.onExpired(), d.release(), d.end(), d.onEditedTerms());
  }

  static Policies onExpired(RefusalPolicy policy) {
    return onExpired(Policies.DEFAULT, policy);
  }

  private static Policies onExpired(Policies d, RefusalPolicy policy) {
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
}
