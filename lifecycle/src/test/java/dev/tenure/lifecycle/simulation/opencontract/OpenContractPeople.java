package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.simulation.Dice;
import dev.tenure.lifecycle.simulation.opencontract.OpenContractDraw.Trouble;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.WorkerLost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Workers, Backup Agents, those who decide approvals, requesters and operators. */
final class OpenContractPeople {
  private static final int MOST_ANSWERS = 12;

  private final OpenContractWorld world;
  private final OpenContractDraw draw;
  private final Dice workers;
  private final Dice deciders;
  private final Dice operators;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> called = new HashSet<>();
  private final Set<String> noticed = new HashSet<>();
  private int added;
  private int answers;

  OpenContractPeople(OpenContractWorld world) {
    this.world = world;
    this.draw = world.draw();
    this.workers = draw.dice(4);
    this.deciders = draw.dice(5);
    this.operators = draw.dice(6);
  }

  void begin() {
    if (draw.has(Trouble.COMMANDS)) {
      for (int i = operators.below(6); i >= 0; i--) {
        world
            .agenda()
            .after(operators.between(OpenContractDraw.SECOND, draw.troubled), this::command);
      }
    }
    if (draw.has(Trouble.PROTOCOL_CHANGES)) {
      world.agenda().after(operators.between(OpenContractDraw.MINUTE, draw.troubled), this::change);
    }
  }

  private void change() {
    ProtocolParameters was = world.market().protocol;
    world.market().protocol =
        new ProtocolParameters(
            new BigDecimal("0.02"),
            was.workerStakeRatio(),
            new BigDecimal("0.07"),
            new BigDecimal("0.5"),
            new BigDecimal("0.6"),
            was.votingWindow());
    world.market().protocolSince = world.now();
  }

  /** New approvals and incidents come to somebody's notice. */
  void see() {
    for (Approval approval : world.hire().approvals()) {
      if (approval.pending() && asked.add(approval.id())) {
        decideLater(approval);
      }
    }
    for (Incident incident : world.hire().openIncidents()) {
      if (incident.step().kind() == Step.Kind.CREATE && noticed.add(incident.id())) {
        loseInterest(incident.step().key());
      }
      if (called.add(incident.id()) && answers < MOST_ANSWERS) {
        boolean answered = draw.has(Trouble.OPERATORS) && operators.hits(Trouble.OPERATORS.rate);
        if (answered) {
          answers++;
          world
              .agenda()
              .after(
                  operators.between(OpenContractDraw.SECOND, 2 * OpenContractDraw.DAY),
                  () -> answer(incident));
        }
      }
    }
  }

  /** Whose creation is held up may not want it any more. */
  private void loseInterest(String milestone) {
    if (draw.has(Trouble.COMMANDS) && operators.hits(.5)) {
      Command command =
          operators.oneOf(
              List.of(new Command.Cancel(), new Command.End(), new Command.Drop(milestone)));
      world
          .agenda()
          .after(
              operators.between(OpenContractDraw.SECOND, OpenContractDraw.DAY),
              () -> {
                if (!world.closed()) {
                  world.command(command, "a requester");
                }
              });
    }
  }

  private void decideLater(Approval approval) {
    long window = Duration.between(approval.createdAt(), approval.expiresAt()).toMillis();
    if (deciders.hits(draw.noAnswer)) {
      return;
    }
    long any = deciders.between(1_000L, Math.max(2_000, window + window / 20));
    // Some decide at the very moment at which it is too late, before the clock ends the approval.
    long delay = deciders.hits(.05) ? window : any;
    if (draw.has(Trouble.WRONG_DECISIONS) && deciders.hits(Trouble.WRONG_DECISIONS.rate)) {
      world.agenda().after(delay / 2, () -> decide(approval, true, "another digest", "a person"));
      world
          .agenda()
          .after(
              delay / 2 + 1,
              () -> decide(approval, true, approval.termsDigest(), OpenContractDraw.REQUESTER));
    }
    boolean yes = deciders.hits(draw.yes);
    world.agenda().after(delay, () -> decide(approval, yes, approval.termsDigest(), "a person"));
  }

  private void decide(Approval approval, boolean yes, String digest, String actor) {
    if (world.closed()) {
      return;
    }
    Command.DecideApproval command =
        new Command.DecideApproval(approval.id(), yes, digest, "as seen");
    boolean done = world.command(command, actor).isEmpty();
    world.checks().decided(approval, digest, actor, done);
  }

  private void answer(Incident incident) {
    boolean open = world.hire().incident(incident.id()).filter(Incident::open).isPresent();
    if (open
        && !world.closed()
        && incident.step().kind() == Step.Kind.CREATE
        && operators.hits(.3)) {
      world.command(otherTerms(incident.step().key()), "a requester");
    } else if (open && !world.closed()) {
      List<Resolution> offered = new ArrayList<>(incident.actions());
      // Giving up is rare, or nothing is ever seen through.
      Resolution answer = offered.get(operators.below(offered.size()));
      if (answer != Resolution.ABORT || operators.hits(.3)) {
        world.command(new Command.Resolve(incident.id(), answer), "an operator");
      }
    }
  }

  private void command() {
    if (world.closed()) {
      return;
    }
    List<PlannedMilestone> milestones = new ArrayList<>(world.hire().milestones());
    PlannedMilestone any = milestones.get(operators.below(milestones.size()));
    String key = any.key();
    Command command =
        switch (operators.below(12)) {
          case 0 -> new Command.Pause();
          case 1, 2 -> new Command.Resume();
          case 3 -> operators.hits(.5) ? new Command.Cancel() : new Command.Resume();
          case 4 -> operators.hits(.5) ? new Command.End() : new Command.Resume();
          case 5 -> new Command.Release(key);
          case 6 -> new Command.Dispute(key);
          case 7 -> new Command.Fund(key);
          case 8 -> new Command.Drop(key);
          case 9 ->
              new Command.AddMilestone(
                  OpenContractDraw.milestone(
                      "a" + ++added, FundRule.atStart(), operators, world.now()));
          case 10 -> new Command.Change(underAnotherCap(), List.of());
          default -> otherTerms(key);
        };
    world.command(command, "a requester");
    if (command instanceof Command.Pause) {
      world
          .agenda()
          .after(
              operators.between(OpenContractDraw.MINUTE, 2 * OpenContractDraw.DAY),
              () -> world.command(new Command.Resume(), "a requester"));
    }
  }

  /** Of a milestone, or whom everything is awarded to. */
  private Command otherTerms(String key) {
    HirePlan plan = world.hire().plan();
    if (operators.hits(.3)) {
      return new Command.Change(toAnother(plan), List.of());
    }
    FundRule fund = world.hire().milestone(key).terms().fund();
    return new Command.Change(
        HireTerms.of(plan), List.of(OpenContractDraw.milestone(key, fund, operators, world.now())));
  }

  private HireTerms toAnother(HirePlan plan) {
    OpenContractTerms terms = world.hire().terms();
    @Nullable String worker = operators.hits(.3) ? null : "0xW" + (1 + operators.below(3));
    List<String> next =
        terms.onWorkerLost() == WorkerLost.NEXT_WORKER && worker != null
            ? Stream.of("0xW1", "0xW2", "0xW3").filter(other -> !other.equals(worker)).toList()
            : List.of();
    return new HireTerms(
        plan.externalRef(),
        plan.labels(),
        plan.cap(),
        plan.policies(),
        new OpenContractTerms(
            worker,
            next,
            terms.onSilence(),
            terms.onWorkerLost(),
            terms.selfApproval(),
            terms.approvalWindow(),
            terms.reviewMargin()));
  }

  private HireTerms underAnotherCap() {
    HireTerms terms = HireTerms.of(world.hire().plan());
    Money cap = Money.ofMinor(1_000_000L * (20 + operators.below(400)), "USDC");
    return new HireTerms(terms.externalRef(), terms.labels(), cap, terms.policies());
  }

  /** What the other side does about a contract that has changed. */
  void react(SimulatedWorkingContract contract) {
    switch (contract.status) {
      case CREATED -> accept(contract);
      case MATCHED -> work(contract);
      case DISPUTED -> vote(contract);
      case RESOLVED -> {}
      default -> {}
    }
    boolean slow =
        draw.has(Trouble.SLOW_SETTLEMENTS) && workers.hits(Trouble.SLOW_SETTLEMENTS.rate);
    world.market().settlement =
        Duration.ofMillis(
            workers.between(
                OpenContractDraw.SECOND, slow ? 6 * OpenContractDraw.DAY : OpenContractDraw.HOUR));
  }

  private long within(Instant until) {
    long left = Math.max(2, Duration.between(world.now(), until).toMillis());
    return workers.between(1L, left + left / 50);
  }

  private void accept(SimulatedWorkingContract contract) {
    if (draw.has(Trouble.OTHERS_CANCEL) && workers.hits(Trouble.OTHERS_CANCEL.rate)) {
      world
          .agenda()
          .after(
              within(contract.terms.deadlines().match()),
              () -> at(contract, () -> world.market().cancel(contract, world.now())));
    }
    long delay = within(contract.terms.deadlines().match());
    if (workers.hits(draw.accepts)) {
      String worker = Objects.requireNonNullElse(contract.terms.worker(), "0xW9");
      world
          .agenda()
          .after(
              delay,
              () -> at(contract, () -> world.market().accept(contract, worker, world.now())));
    } else if (contract.terms.worker() != null && workers.hits(.5)) {
      world
          .agenda()
          .after(delay, () -> at(contract, () -> world.market().unmatched(contract, world.now())));
    }
  }

  private void work(SimulatedWorkingContract contract) {
    if (workers.hits(draw.delivers)) {
      world
          .agenda()
          .after(
              within(contract.terms.deadlines().delivery()),
              () -> at(contract, () -> world.market().deliver(contract, world.now())));
    } else if (workers.hits(.5)) {
      world
          .agenda()
          .after(
              within(contract.terms.deadlines().withdrawal()),
              () -> at(contract, () -> world.market().withdraw(contract, world.now())));
    }
  }

  private void vote(SimulatedWorkingContract contract) {
    if (workers.hits(.8)) {
      List<String> outcome =
          contract.terms.acceptanceCriteria().stream()
              .map(criterion -> workers.oneOf(List.of("met", "not met", "unclear")))
              .toList();
      world
          .agenda()
          .after(
              within(Objects.requireNonNull(contract.votesUntil)),
              () -> at(contract, () -> world.market().tally(contract, outcome, world.now())));
    }
  }

  private void at(SimulatedWorkingContract contract, Runnable act) {
    world.market().pass(contract, world.now());
    act.run();
  }
}
