package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainTotals;
import dev.tenure.lifecycle.opentrain.hire.Stage;
import dev.tenure.lifecycle.opentrain.record.OpenTrainWaits;
import dev.tenure.lifecycle.simulation.marketplace.EscrowLedger;
import dev.tenure.lifecycle.simulation.marketplace.MilestoneStatus;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMilestone;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.EndRule;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold once faults and random actors have stopped for long. */
final class Rest {
  /** Somebody else's money in escrow holds up the end. */
  private static final String FOREIGN = "foreign money";

  private final World world;
  private final HireDriver driver;
  private final OpenTrainHire hire;
  private final @Nullable SimulatedContract contract;

  private Rest(World world, HireDriver driver) {
    this.world = world;
    this.driver = driver;
    this.hire = driver.hire();
    this.contract = world.marketplace().proposal(driver.proposalId()).contract();
  }

  static void check(World world) {
    for (HireDriver driver : world.hires()) {
      new Rest(world, driver).check();
    }
  }

  /** Whether all is as it must be at the end, and nobody has anything left to decide. */
  static boolean reached(World world) {
    boolean decided =
        world.marketplace().approvals().stream()
            .noneMatch(a -> a.pending() && world.agenda().instant().isBefore(a.expiresAt()));
    if (!decided) {
      return false;
    }
    try {
      check(world);
      return true;
    } catch (Violation notYet) {
      return false;
    }
  }

  private void check() {
    if (!driver.closed()) {
      String waits = waits();
      if (waits.equals("nothing")) {
        throw new Violation("comes_to_rest", "neither closed, nor held, nor waiting for anything");
      }
      if (OpenTrainWaits.of(hire).isEmpty() && !hire.paused()) {
        throw new Violation("names_what_it_waits_for", "names nothing, though it waits: " + waits);
      }
      world.tally().count("at rest: " + waits);
    }
    if (outOfSight()) {
      world.tally().count("at rest: out of sight");
    } else {
      converged();
    }
  }

  /** What an open hire waits for. */
  private String waits() {
    if (!hire.openIncidents().isEmpty()) {
      return "incident";
    }
    if (hire.paused()) {
      return "resume";
    }
    if (hire.asks().stream().anyMatch(ask -> ask.state() == Ask.State.PENDING)) {
      return "approval";
    }
    if (!hire.contract().known()) {
      return "nothing";
    }
    boolean funding = hire.own().anyMatch(hire::awaitsFundCommand);
    boolean delivery = hire.own().anyMatch(m -> m.stage() == Stage.FUNDED);
    boolean release = hire.own().anyMatch(m -> m.stage() == Stage.DELIVERED);
    boolean foreign = hire.milestones().stream().anyMatch(m -> m.foreign() && m.stage().inEscrow());
    if (delivery) {
      return "delivery";
    }
    if (release) {
      return "release";
    }
    if (funding) {
      return "fund command";
    }
    if (hire.complete() && hire.plan().policies().end() == EndRule.ON_REQUEST) {
      return "end command";
    }
    return foreign ? FOREIGN : "nothing";
  }

  /** Whether the hire cannot see, or was told to look away. */
  private boolean outOfSight() {
    boolean obstructed =
        hire.obstruction("contract") != null || hire.adoption(Step.contract()) != null;
    return obstructed || hire.abandoned();
  }

  private void converged() {
    if (!driver.closed()) {
      approvals();
    }
    if (contract == null) {
      require(!hire.contract().known(), "a contract that does not exist");
      return;
    }
    if (driver.closed()) {
      require(
          !contract.active() || closedForAReason(),
          "closed as %s while the contract is active".formatted(hire.closed()));
      if (contract.active()) {
        return;
      }
      if (!hire.contract().known()) {
        return;
      }
    } else {
      require(hire.contract().known(), "does not know contract " + contract.id());
    }
    charged(contract);
    require(contract.id().equals(hire.contract().id()), "another contract");
    require(contract.active() != hire.contract().ended(), "the contract's end");
    if (!driver.closed() || hire.contract().ended()) {
      milestones(contract);
      money(contract);
    }
  }

  /** What became of an approval is told as it was, as far as it was seen. */
  private void approvals() {
    for (Ask ask : hire.asks()) {
      if (ask.approval() == null) {
        continue;
      }
      String id = ask.approval().id();
      ApprovalStatus there = world.marketplace().approval(id).status();
      boolean alike =
          switch (ask.state()) {
            case CONFIRMED -> there == ApprovalStatus.CONFIRMED;
            case DECLINED -> there == ApprovalStatus.DECLINED;
            case EXPIRED, SUPERSEDED, REPLACED -> there == ApprovalStatus.EXPIRED;
            case PENDING -> there == ApprovalStatus.PENDING;
            // The hire went on without a look at it, or cannot see it.
            case SENT, UNSENT, EXECUTED, FACT, SETTLED, LOST, UNKNOWN -> true;
          };
      require(alike, "%s is %s here and %s there".formatted(id, ask.state(), there));
    }
  }

  /** A person refused the end for good, or hired in the app after the last look. */
  private boolean closedForAReason() {
    Ask end = hire.lastAsk(Step.end());
    boolean sweep = !world.draw().has(Feature.NO_SWEEP);
    boolean inApp = contract != null && world.invariants().isOfOthers(contract);
    return (end != null && end.state() != Ask.State.CONFIRMED) || (inApp && !sweep);
  }

  private void milestones(SimulatedContract shown) {
    Map<String, Milestone> known = new HashMap<>();
    for (Milestone milestone : hire.milestones()) {
      if (milestone.id() != null) {
        known.put(milestone.id(), milestone);
      }
    }
    for (SimulatedMilestone milestone : shown.milestones()) {
      Milestone ours = known.get(milestone.id());
      if (ours == null) {
        require(
            !milestone.status().shown(),
            "%s %s is not known".formatted(milestone.id(), milestone.status()));
      } else {
        require(
            stage(milestone, ours),
            "%s is %s here and %s there".formatted(ours.key(), ours.stage(), milestone.status()));
        require(
            !milestone.status().shown()
                || ours.terms().amount().equals(Money.ofMinor(milestone.amountCents(), Money.USD)),
            "%s costs %s here and %d cents there"
                .formatted(ours.key(), ours.terms().amount(), milestone.amountCents()));
      }
    }
  }

  /** Where nobody but us has moved money, all that was charged and not given back is in the cap. */
  private void charged(SimulatedContract shown) {
    Money cap = hire.plan().cap();
    boolean ours =
        Stream.of(Feature.COMMANDS, Feature.EDITS, Feature.APP_HIRES, Feature.APP_FUNDS)
            .noneMatch(world.draw()::has);
    if (cap != null
        && ours
        && !world.draw().has(Feature.APP_REPRICES)
        && !world.draw().has(Feature.OTHERS_ASK)) {
      EscrowLedger.Totals booked = world.marketplace().ledger().of(shown.id());
      Money spent = Money.ofMinor(booked.charged() - booked.refunded(), Money.USD);
      require(spent.compareTo(cap) <= 0, "charged %s of at most %s".formatted(spent, cap));
    }
  }

  private boolean stage(SimulatedMilestone there, Milestone here) {
    return switch (there.status()) {
      case NOT_FUNDED -> here.stage() == Stage.UNFUNDED;
      case ACTIVE_FUNDED ->
          here.stage() == (there.payoutRequested() ? Stage.DELIVERED : Stage.FUNDED);
      case PAID -> here.stage() == Stage.PAID;
      case CANCELLED, REFUNDED ->
          here.stage() == Stage.GONE
              || here.stage() == Stage.NONE
              // The late answer of its creation is all that was ever seen of it.
              || (here.dropped() && hire.contract().ended());
      case DISPUTED -> here.stage() != Stage.PAID && here.stage() != Stage.GONE;
    };
  }

  private void money(SimulatedContract shown) {
    boolean disputed =
        shown.milestones().stream().anyMatch(m -> m.status() == MilestoneStatus.DISPUTED);
    if (disputed) {
      return;
    }
    EscrowLedger.Totals booked = world.marketplace().ledger().of(shown.id());
    MoneyTotals told = OpenTrainTotals.of(hire);
    Money paid = Money.ofMinor(booked.paid(), Money.USD);
    Money committed = Money.ofMinor(booked.paid() + booked.escrow(), Money.USD);
    require(told.paid().equals(paid), "paid %s here, %s there".formatted(told.paid(), paid));
    require(
        told.committed().equals(committed),
        "committed %s here, %s there".formatted(told.committed(), committed));
    Money fees = Money.ofMinor(booked.fees(), Money.USD);
    boolean unseen =
        hire.milestones().stream().anyMatch(m -> m.stage() == Stage.GONE || m.stage() == Stage.NONE)
            || shown.milestones().stream().anyMatch(m -> m.refundedCents() > 0);
    require(
        unseen || told.feesEstimated().equals(fees),
        "fees %s here, %s there".formatted(told.feesEstimated(), fees));
  }

  private static void require(boolean holds, String words) {
    if (!holds) {
      throw new Violation("converges", words);
    }
  }
}
