package dev.tenure.workflows.seeds;

import dev.tenure.model.money.Fees;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a seed draws. Each thing that is drawn has dice of its own, named by what it is for: the
 * order in which the threads of the test environment come to it changes nothing.
 */
final class Draw {
  static final String PROPOSAL = "prp_1";

  private final long seed;
  private final SplittableRandom dice;

  final HirePlan plan;

  /** A run hands over as soon as its history is that long. */
  final int handOverAt;

  final boolean swept;
  final double lostAnswers;
  final double lostRequests;
  final double outages;
  final double lostNotifies;
  final double lateNotifies;
  final double declines;
  final double ignores;
  final double edits;
  final double appActs;
  final double aborts;

  /** How often a person's decision takes long. */
  final double slowPeople;

  final int wishes;
  final int calmAfterDays;

  Draw(long seed) {
    this.seed = seed;
    this.dice = dice("the seed itself");
    plan = drawPlan();
    handOverAt = 14 + dice.nextInt(dice.nextBoolean() ? 20 : 120);
    swept = dice.nextBoolean();
    lostAnswers = rate(.5, .5);
    lostRequests = rate(.2, .15);
    outages = rate(.5, .15);
    lostNotifies = rate(.6, .8);
    lateNotifies = rate(.5, .5);
    declines = rate(.4, .4);
    ignores = rate(.3, .4);
    edits = rate(.3, .6);
    appActs = rate(.5, .3);
    aborts = rate(.3, .3);
    slowPeople = dice.nextDouble();
    wishes = dice.nextInt(10) < 4 ? 0 : 1 + dice.nextInt(5);
    calmAfterDays = 4 + dice.nextInt(12);
  }

  /** Dice for one purpose. */
  SplittableRandom dice(String purpose) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + purpose.hashCode());
  }

  static boolean hits(SplittableRandom dice, double rate) {
    return dice.nextDouble() < rate;
  }

  /** Mostly none, so that a seed shows few troubles at once, but those often. */
  private double rate(double often, double most) {
    return hits(dice, often) ? dice.nextDouble() * most : 0;
  }

  private HirePlan drawPlan() {
    int size = 1 + dice.nextInt(3);
    List<MilestonePlan> milestones = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      milestones.add(milestone(dice, "m" + i, i == 1 ? null : "m" + (i - 1)));
    }
    Money worst = Fees.worstCase(milestones.stream().map(MilestonePlan::amount).toList());
    return new HirePlan(
        "default",
        PROPOSAL,
        null,
        Map.of(),
        milestones,
        dice.nextBoolean() ? null : cap(worst, milestones.getFirst()),
        false,
        policies());
  }

  MilestonePlan milestone(SplittableRandom own, String key, @Nullable String before) {
    Money amount = Money.ofMinor(1_000L + own.nextInt(90_000), Money.USD);
    ReleaseRule release = hits(own, .15) ? ReleaseRule.ON_REQUEST : null;
    return new MilestonePlan(
        key, "Part " + key, "Work on " + key, amount, null, fund(own, before), release, null);
  }

  private static FundRule fund(SplittableRandom own, @Nullable String before) {
    if (before == null) {
      return FundRule.atStart();
    }
    return switch (own.nextInt(8)) {
      case 0 -> FundRule.onRequest();
      case 1, 2, 3 -> FundRule.atStart();
      default -> FundRule.afterPaid(before);
    };
  }

  /** Enough for the first milestone; near what the whole costs. */
  private Money cap(Money worst, MilestonePlan first) {
    Money least = first.amount().plus(Fees.ofHire(first.amount()));
    Money cap = hits(dice, .5) ? worst : worst.percent(60 + dice.nextInt(80));
    return cap.compareTo(least) < 0 ? least : cap;
  }

  private Policies policies() {
    if (dice.nextBoolean()) {
      return Policies.DEFAULT;
    }
    return new Policies(
        new RefusalPolicy(dice.nextInt(3), dice.nextBoolean() ? Then.HOLD : Then.CLOSE),
        new RefusalPolicy(dice.nextInt(3), dice.nextBoolean() ? Then.HOLD : Then.CLOSE),
        hits(dice, .3) ? ReleaseRule.ON_REQUEST : ReleaseRule.ON_DELIVERY,
        hits(dice, .2) ? EndRule.ON_REQUEST : EndRule.WHEN_ALL_PAID,
        dice.nextBoolean() ? EditedTerms.HOLD : EditedTerms.ACCEPT_WITHIN_BUDGET);
  }
}
