package dev.tenure.lifecycle.simulation;

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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws what a requester plans. */
final class PlanDraw {
  /** In dollars, of an hour or a label. */
  static final BigDecimal RATE = new BigDecimal("12.5");

  private final Draw draw;
  private final Dice dice;

  PlanDraw(Draw draw, Dice dice) {
    this.draw = draw;
    this.dice = dice;
  }

  HirePlan plan(String proposalId) {
    int size = 1 + dice.below(Math.max(1, draw.mostMilestones()));
    List<MilestonePlan> milestones = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      milestones.add(milestone("m" + i, i == 1 ? null : "m" + (i - 1)));
    }
    Money worst = Fees.worstCase(milestones.stream().map(MilestonePlan::amount).toList());
    Money cap = draw.has(Feature.CAP) ? cap(worst, milestones.getFirst()) : null;
    return new HirePlan(
        "main", proposalId, null, Map.of(), milestones, cap, dice.hits(.1), policies());
  }

  /** A milestone of a new plan, or one that is added to it. */
  MilestonePlan milestone(String key, @Nullable String before) {
    boolean byVolume = before != null && draw.has(Feature.VOLUMES);
    BigDecimal volume = byVolume ? BigDecimal.valueOf(10 + dice.below(90)) : null;
    Money amount =
        volume == null
            ? Money.ofMinor(1_000L + dice.below(90_000), Money.USD)
            : new Money(volume.multiply(RATE), Money.USD);
    if (volume != null && dice.hits(.2)) {
      // The requester reckons with another price than the marketplace.
      amount = amount.plus(Money.usd("10"));
    }
    ReleaseRule release = dice.hits(draw.rate(Feature.ON_REQUEST)) ? ReleaseRule.ON_REQUEST : null;
    return new MilestonePlan(
        key, "Part " + key, "Work on " + key, amount, dueDate(), fund(before), release, volume);
  }

  private FundRule fund(@Nullable String before) {
    if (before == null) {
      return FundRule.atStart();
    }
    if (dice.hits(draw.rate(Feature.ON_REQUEST))) {
      return FundRule.onRequest();
    }
    return dice.hits(draw.rate(Feature.OVERLAP)) ? FundRule.atStart() : FundRule.afterPaid(before);
  }

  private @Nullable LocalDate dueDate() {
    return dice.hits(draw.rate(Feature.DUE_DATES))
        ? LocalDate.ofInstant(Agenda.BEGINNING, ZoneOffset.UTC).plusDays(dice.below(20))
        : null;
  }

  /** Enough for the first milestone; near what the whole costs. */
  Money cap(Money worst, MilestonePlan first) {
    Money least = first.amount().plus(Fees.ofHire(first.amount()));
    Money cap = dice.hits(.4) ? worst : worst.percent(30 + dice.below(100)).plus(Money.usd("0.01"));
    return cap.compareTo(least) < 0 ? least : cap;
  }

  Policies policies() {
    if (!draw.has(Feature.POLICIES)) {
      return Policies.DEFAULT;
    }
    return new Policies(
        new RefusalPolicy(dice.below(3), dice.oneOf(List.of(Then.values()))),
        new RefusalPolicy(dice.below(3), dice.oneOf(List.of(Then.values()))),
        dice.hits(draw.rate(Feature.ON_REQUEST)) ? ReleaseRule.ON_REQUEST : ReleaseRule.ON_DELIVERY,
        dice.hits(draw.rate(Feature.ON_REQUEST)) ? EndRule.ON_REQUEST : EndRule.WHEN_ALL_PAID,
        dice.oneOf(List.of(EditedTerms.values())));
  }
}
