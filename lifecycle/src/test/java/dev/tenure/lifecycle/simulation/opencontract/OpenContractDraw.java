package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.simulation.Agenda;
import dev.tenure.lifecycle.simulation.Dice;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.model.plan.SelfApproval;
import dev.tenure.model.plan.Then;
import dev.tenure.model.plan.WorkerLost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a seed draws: a plan, and which troubles are about. */
final class OpenContractDraw {
  static final long SECOND = 1_000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;
  static final String REQUESTER = "key requester";
  static final String FIRST_WORKER = "0xW1";

  /** Troubles; each is about in some of the seeds. */
  enum Trouble {
    ANSWERS_LOST(.15),
    OUTAGES(.5),
    UNCERTAIN_PAYMENTS(.3),
    OVERLAPPING_ATTEMPTS(.2),
    OBSTACLES(.5),
    LATE_READS(.3),
    SWEEP_MISSES(.5),
    SLOW_SETTLEMENTS(.5),
    COMMANDS(.5),
    OPERATORS(.6),
    HAND_OVERS(.05),
    OTHERS_CANCEL(.1),
    PROTOCOL_CHANGES(.5),
    WRONG_DECISIONS(.3);

    final double rate;

    Trouble(double rate) {
      this.rate = rate;
    }
  }

  final long seed;
  final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
  final HirePlan plan;
  final ProtocolParameters protocol;
  final double yes;
  final double noAnswer;
  final double accepts;
  final double delivers;
  final long troubled;

  OpenContractDraw(long seed) {
    this.seed = seed;
    Dice dice = dice(1);
    for (Trouble trouble : Trouble.values()) {
      if (dice.hits(seed % 5 == 0 ? 0 : .4)) {
        troubles.add(trouble);
      }
    }
    yes = dice.oneOf(List.of(1.0, .9, .6, .3));
    noAnswer = dice.oneOf(List.of(0.0, 0.0, .2, .6));
    accepts = dice.oneOf(List.of(1.0, .8, .3));
    delivers = dice.oneOf(List.of(1.0, .8, .3));
    troubled = dice.between(DAY, 12 * DAY);
    protocol =
        new ProtocolParameters(
            dice.oneOf(List.of(BigDecimal.ZERO, new BigDecimal("0.05"))),
            new BigDecimal("0.05"),
            dice.oneOf(List.of(new BigDecimal("0.05"), new BigDecimal("0.013"))),
            new BigDecimal("0.3"),
            new BigDecimal("0.8"),
            Duration.ofMillis(dice.between(HOUR, 2 * DAY)));
    plan = plan(dice);
  }

  boolean has(Trouble trouble) {
    return troubles.contains(trouble);
  }

  Dice dice(int concern) {
    return Dice.of(seed, 7_000 + concern);
  }

  private static HirePlan plan(Dice dice) {
    int count = 1 + dice.below(3);
    List<MilestonePlan> milestones = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      FundRule fund =
          i == 1 || dice.hits(.3)
              ? FundRule.atStart()
              : dice.hits(.15) ? FundRule.onRequest() : FundRule.afterPaid("m" + (i - 1));
      milestones.add(milestone("m" + i, fund, dice, Agenda.BEGINNING));
    }
    boolean tender = dice.hits(.25);
    @Nullable Money cap =
        dice.hits(.3) ? Money.ofMinor(1_000_000L * (60 + dice.below(400)), "USDC") : null;
    return new HirePlan(
        "oc",
        "ref-1",
        "ref-1",
        Map.of(),
        milestones,
        cap,
        false,
        new Policies(
            new RefusalPolicy(dice.below(2), dice.hits(.3) ? Then.CLOSE : Then.HOLD),
            new RefusalPolicy(dice.below(3), dice.hits(.3) ? Then.CLOSE : Then.HOLD),
            dice.hits(.2) ? ReleaseRule.ON_REQUEST : ReleaseRule.ON_DELIVERY,
            dice.hits(.15) ? EndRule.ON_REQUEST : EndRule.WHEN_ALL_PAID,
            EditedTerms.ACCEPT_WITHIN_BUDGET),
        new OpenContractTerms(
            tender ? null : FIRST_WORKER,
            tender ? List.of() : List.of("0xW2", "0xW3").subList(0, dice.below(3)),
            dice.oneOf(List.of(OnSilence.values())),
            dice.oneOf(List.of(WorkerLost.values())),
            dice.oneOf(List.of(SelfApproval.values())),
            Duration.ofMillis(dice.between(10 * MINUTE, 3 * DAY)),
            Duration.ofMillis(dice.between(MINUTE, 2 * HOUR))));
  }

  static MilestonePlan milestone(String key, FundRule fund, Dice dice, Instant now) {
    Duration match = Duration.ofMillis(dice.between(10 * MINUTE, 2 * DAY));
    Duration deliver = Duration.ofMillis(dice.between(HOUR, 4 * DAY));
    Duration review = Duration.ofMillis(dice.between(10 * MINUTE, 4 * DAY));
    OpenContractMilestone planned =
        new OpenContractMilestone(
            List.of("complete", "correct", "in time", "tested").subList(0, 1 + dice.below(4)),
            null,
            match,
            deliver,
            review,
            null);
    if (dice.hits(.15)) {
      planned =
          new OpenContractMilestone(
              planned.acceptanceCriteria(),
              null,
              match,
              deliver,
              review,
              planned.deadlinesFrom(now.plusMillis(dice.between(MINUTE, DAY))));
    }
    long price = 1 + dice.between(1_000_000L, 200_000_000L);
    return new MilestonePlan(
        key,
        "Work " + key,
        "What is to be done",
        Money.ofMinor(price, "USDC"),
        null,
        fund,
        dice.hits(.1) ? ReleaseRule.ON_REQUEST : null,
        null,
        planned);
  }
}
