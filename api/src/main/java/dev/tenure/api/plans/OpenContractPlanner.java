package dev.tenure.api.plans;

import dev.tenure.api.hires.json.MoneyJson;
import dev.tenure.api.plans.HirePlanJson.EstimateJson;
import dev.tenure.api.plans.HirePlanJson.MilestonePriceJson;
import dev.tenure.api.plans.HirePlanJson.PriceJson;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.account.AgentFacts;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.workflows.accounts.AccountReading;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prices a hire on OpenContract and looks at what could keep it from beginning. Its price is its
 * escrow: the marketplace's fee comes out of the Worker's part.
 */
@Singleton
record OpenContractPlanner(Preflight preflight) {

  /** As the marketplace's documents show it; a contract's own is read when it is created. */
  private static final BigDecimal USUAL_BOND = new BigDecimal("0.05");

  /**
   * Plans it.
   *
   * @param seen what a worker saw just now; empty where none answered
   */
  HirePlanJson plan(HirePlan plan, Optional<AccountReading> seen) {
    Money total = plan.worstCase();
    return new HirePlanJson(
        plan.account(),
        null,
        plan.externalRef(),
        plan.milestones().stream().map(OpenContractPlanner::milestone).toList(),
        price(plan, total),
        StepList.approvals(plan),
        OpenContractSteps.of(plan),
        checks(plan, seen).told());
  }

  /** About what a dispute puts at risk, down to the unit. */
  static Money bond(Money price) {
    return new Money(
        price
            .amount()
            .multiply(USUAL_BOND)
            .setScale(Money.scaleOf(price.currency()), RoundingMode.DOWN),
        price.currency());
  }

  private static MilestonePriceJson milestone(MilestonePlan milestone) {
    Money price = milestone.amount();
    return new MilestonePriceJson(
        milestone.key(),
        milestone.name(),
        MoneyJson.of(price),
        new EstimateJson(MoneyJson.of(Money.zero(price.currency())), List.of()),
        MoneyJson.of(price),
        null,
        null,
        MoneyJson.of(bond(price)));
  }

  private static PriceJson price(HirePlan plan, Money total) {
    Money bonds =
        plan.milestones().stream()
            .map(milestone -> bond(milestone.amount()))
            .reduce(Money.zero(plan.currency()), Money::plus);
    return new PriceJson(
        MoneyJson.of(total),
        MoneyJson.of(Money.zero(plan.currency())),
        MoneyJson.of(total),
        MoneyJson.of(total),
        MoneyJson.of(bonds),
        MoneyJson.ofNullable(plan.cap()),
        plan.cap() == null ? null : MoneyJson.of(plan.cap().minus(total)));
  }

  private Checks checks(HirePlan plan, Optional<AccountReading> seen) {
    var checks = new Checks();
    if (seen.isEmpty()) {
      checks.unknown("worker", Preflight.AWAY, Preflight.START);
      checks.unknown("token", Preflight.AWAY, Preflight.START);
      checks.unknown("limits", Preflight.AWAY, Preflight.START);
    } else {
      checks.green("worker", "A worker serves the account.");
      token(checks, seen.get().account());
      limits(checks, plan, seen.get().account().agent());
    }
    preflight.standing(checks, plan, "externalRef");
    deadlines(checks, plan);
    PayChecks.cap(checks, plan.cap(), plan.worstCase());
    return checks;
  }

  private static void token(Checks checks, AccountFacts account) {
    if (Boolean.TRUE.equals(account.tokenAccepted())) {
      checks.green("token", "The marketplace knows the account's address.");
    } else if (account.tokenAccepted() == null) {
      checks.unknown("token", "The marketplace did not tell.", "Try again.");
    } else {
      checks.red(
          "token",
          "The marketplace refuses the account's key.",
          "Look at the worker's log; a new key is issued to the address by itself.");
    }
  }

  /** What the signer may not pay would wait as an incident, with nothing signed. */
  private static void limits(Checks checks, HirePlan plan, @Nullable AgentFacts agent) {
    if (agent == null) {
      checks.unknown("limits", "No worker has told what the account may pay.", null);
      return;
    }
    Optional<MilestonePlan> over =
        plan.milestones().stream()
            .filter(one -> one.amount().compareTo(agent.perPayment()) > 0)
            .findFirst();
    if (over.isPresent()) {
      checks.red(
          "limits",
          "Milestone %s costs %s, and one payment may be at most %s."
              .formatted(over.get().key(), over.get().amount(), agent.perPayment()),
          "Raise the account's limit for one payment, or split the milestone.");
      return;
    }
    Money left = agent.signed() == null ? agent.perDay() : agent.perDay().minus(agent.signed());
    Money first = plan.first().amount();
    if (first.compareTo(left) > 0) {
      checks.red(
          "limits",
          "The first milestone costs %s, and %s of the account's %s for a day are left."
              .formatted(first, left, agent.perDay()),
          "Wait until payments of yesterday count no more, or raise the limit for a day.");
    } else {
      checks.green(
          "limits",
          "Every milestone is within %s for one payment; %s are left for today."
              .formatted(agent.perPayment(), left));
    }
  }

  /** Given deadlines of a later milestone may be over when its turn comes. */
  private static void deadlines(Checks checks, HirePlan plan) {
    @Nullable Instant before = null;
    for (MilestonePlan milestone : plan.milestones()) {
      OpenContractMilestone block = milestone.openContract();
      if (block == null || block.deadlines() == null) {
        continue;
      }
      if (before != null && !block.deadlines().match().isAfter(before)) {
        checks.unknown(
            "deadlines",
            "Milestone %s must be matched by %s, and the one before it may last until %s."
                .formatted(milestone.key(), block.deadlines().match(), before),
            "Give windows (matchWithin, ...) instead, or later deadlines.");
        return;
      }
      before = block.deadlines().review();
    }
    checks.green("deadlines", "The deadlines leave time for one milestone after the other.");
  }
}
