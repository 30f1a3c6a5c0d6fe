package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Call;
import dev.tenure.lifecycle.call.Observation;
import dev.tenure.lifecycle.call.Reconciler;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Ask;
import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.hire.Milestone;
import dev.tenure.lifecycle.hire.Stage;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import dev.tenure.model.Fees;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.Money;
import dev.tenure.model.Resolution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What must hold of one hire at each step. */
final class HireChecks {
  private static final int MOST_EQUAL_CALLS_A_MINUTE = 15;
  private static final int MOST_EQUAL_CALLS_A_DAY = 300;
  private static final double SAMPLE = .004;

  private final World world;
  private final HireDriver driver;
  private final Dice dice;
  private final Map<String, Burst> bursts = new HashMap<>();
  private final Map<Step, Long> operatorSaid = new HashMap<>();
  private final Set<Step> released = new HashSet<>();
  private boolean sampled;
  private int calls;

  /** Equal calls in a row, with no news between them. */
  private static final class Burst {
    long minute;
    int inMinute;
    long day;
    int inDay;

    /** Whether one more makes it too many. */
    boolean tooMany(long now) {
      if (now - minute > Draw.MINUTE) {
        minute = now;
        inMinute = 0;
      }
      if (now - day > Draw.DAY) {
        day = now;
        inDay = 0;
      }
      return ++inMinute > MOST_EQUAL_CALLS_A_MINUTE | ++inDay > MOST_EQUAL_CALLS_A_DAY;
    }
  }

  HireChecks(World world, HireDriver driver, Dice dice) {
    this.world = world;
    this.driver = driver;
    this.dice = dice;
  }

  int calls() {
    return calls;
  }

  /** When an operator last said to go on with a step; none where none did. */
  Optional<Long> operatorSaid(Step step) {
    return Optional.ofNullable(operatorSaid.get(step));
  }

  /** Whether an approval is about this hire's proposal or contract. */
  boolean concerns(SimulatedApproval approval) {
    String proposalId = approval.snapshot().proposalId();
    String contractId = approval.snapshot().contractId();
    SimulatedContract contract =
        world.marketplace().proposal(driver.proposalId()).contract();
    return driver.proposalId().equals(proposalId)
        || (contract != null && contract.id().equals(contractId));
  }

  void observing(Observation observation) {
    if (observation instanceof Observation.OfCall end) {
      String subject = end.call().subject();
      bursts.keySet().removeIf(other -> !other.equals(subject));
    } else {
      bursts.clear();
    }
  }

  /** The state before a command, on a sample; empty where it is not sampled. */
  String beforeCommand() {
    return dice.hits(.04) ? StateJson.of(driver.hire()) : "";
  }

  void checked(
      CommandRequest request, String before, boolean known, Optional<Rejection> rejection) {
    require(
        !known || rejection.isEmpty(), "repeated_key_is_refused", () -> "refused: " + request);
    unchanged("check_changes_nothing", before);
    if (rejection.isPresent()) {
      world.tally().count("command refused");
    }
  }

  void commanding(Command command, boolean known) {
    if (!known && command instanceof Command.Resolve resolve) {
      Incident incident = driver.hire().incident(resolve.incidentId()).orElseThrow();
      if (resolve.resolution() == Resolution.RETRY || resolve.resolution() == Resolution.ADOPT) {
        operatorSaid.put(incident.step(), world.agenda().now());
      }
    }
    bursts.clear();
  }

  void commanded(CommandRequest request, String before, boolean known, boolean done) {
    require(done != known, "once_per_key", () -> request + " done: " + done);
    if (known) {
      unchanged("repeated_command_changes_nothing", before);
    } else {
      world.tally().count("command done");
    }
  }

  void settled(Decision decision, boolean wasOpen) {
    Hire hire = driver.hire();
    sampled = dice.hits(SAMPLE);
    if (hire.closed() == null) {
      incidents(decision, hire);
    } else if (wasOpen) {
      world.tally().count("closed as " + hire.closed().wire());
      if (!hire.abandoned()) {
        nothingLeft(hire);
      }
    }
    if (sampled) {
      String json = StateJson.of(hire);
      Decision again = world.rules().decide(hire, world.agenda().instant());
      unchanged("decide_changes_nothing", json);
      require(
          again.equals(world.rules().decide(StateJson.read(json), world.agenda().instant())),
          "json_decides_alike",
          () -> "another decision after JSON: " + again);
      String read = StateJson.of(StateJson.read(json));
      require(json.equals(read), "json_round_trip", () -> StateJson.difference(json, read));
    }
  }

  private void incidents(Decision decision, Hire hire) {
    Set<Step> open = new HashSet<>();
    for (Incident incident : hire.incidents()) {
      if (incident.open()) {
        require(open.add(incident.step()), "one_incident_per_step", () -> incident.toString());
        require(!incident.actions().isEmpty(), "a_way_out", () -> incident.toString());
      }
    }
    require(
        open.equals(decision.conditions().keySet()),
        "incident_while_condition",
        () -> "open: " + open + ", found: " + decision.conditions().keySet());
  }

  /** It closes by itself: no contract of ours is active, and no approval of it can be confirmed. */
  private void nothingLeft(Hire hire) {
    SimulatedContract contract =
        world.marketplace().proposal(driver.proposalId()).contract();
    boolean endRefused =
        hire.lastAsk(Step.end()) != null
            && hire.lastAsk(Step.end()).state() != Ask.State.CONFIRMED;
    require(
        contract == null
            || !contract.active()
            || contract.createdBy().approvalId() == null
            || (endRefused && hire.contract().known()),
        "no_close_while_contract_active",
        () -> "closed as " + hire.closed() + " while " + Words.contract(contract.snapshot()));
    for (SimulatedApproval approval : world.marketplace().approvals()) {
      require(
          !approval.pending()
              || !concerns(approval)
              || !world.agenda().instant().isBefore(approval.expiresAt()),
          "no_close_while_approval_open",
          () -> "closed as " + hire.closed() + " while " + approval.id() + " is pending");
    }
  }

  void starting(Call call) {
    Hire hire = driver.hire();
    calls++;
    Burst burst = bursts.computeIfAbsent(call.subject(), subject -> new Burst());
    require(
        !burst.tooMany(world.agenda().now()),
        "livelock",
        () -> "%d times within a minute: %s".formatted(burst.inMinute, call));
    Step step = call.step();
    if (call instanceof Call.Ask || call instanceof Call.CreateMilestone) {
      boolean end = step.kind() == Step.Kind.END;
      require(end || !hire.paused(), "nothing_asked_while_paused", () -> "asks: " + call);
      require(
          end
              || step.kind() == Step.Kind.HIRE
              || !(hire.endCommanded() || hire.lastAsk(Step.end()) != null),
          "nothing_asked_after_the_end",
          () -> "asks: " + call);
    }
    if (step.kind() == Step.Kind.RELEASE && call instanceof Call.Ask) {
      release(hire, hire.milestone(step.key()), step, call);
    }
    foreign(hire, call);
  }

  private void release(Hire hire, Milestone milestone, Step step, Call call) {
    require(
        milestone.stage().inEscrow(), "release_only_of_funded", () -> "asks: " + call);
    if (released.add(step)) {
      require(
          milestone.releaseCommanded() || milestone.stage() == Stage.DELIVERED,
          "release_only_of_delivered",
          () -> "asks: " + call + " of " + milestone.stage());
    }
    require(!hire.milestone(step.key()).foreign(), "foreign_untouched", () -> "asks: " + call);
  }

  private void foreign(Hire hire, Call call) {
    if (call instanceof Call.Ask ask && ask.step().milestone() != null) {
      require(
          !hire.milestone(ask.step().key()).foreign(),
          "foreign_untouched",
          () -> "asks: " + call);
    }
  }

  /** After it was written down. */
  void started(Call call) {
    if (call instanceof Call.Ask ask
        && (ask.step().kind() == Step.Kind.HIRE || ask.step().kind() == Step.Kind.FUND)) {
      cap(driver.hire(), ask);
    }
  }

  /** What is spent, what may be confirmed, and what is asked for, with fees, is below the cap. */
  private void cap(Hire hire, Call.Ask ask) {
    Money cap = hire.plan().cap();
    Step step = ask.step();
    if (cap == null || hire.accepted(IncidentCause.BUDGET_EXCEEDED, step.key())) {
      return;
    }
    Money sum = Money.zero(cap.currency());
    for (Milestone milestone : hire.milestones()) {
      boolean asked = milestone.key().equals(step.key());
      boolean mayBeConfirmed = asked || hire.live(Step.fund(milestone.key()));
      if (milestone.wasFunded() || (mayBeConfirmed && !milestone.dropped())) {
        Money amount = asked && ask.amount() != null ? ask.amount() : milestone.terms().amount();
        boolean back = milestone.stage() == Stage.GONE;
        sum = sum.plus(back ? Money.zero(cap.currency()) : amount);
        sum =
            sum.plus(
                hire.isFirst(milestone) ? Fees.ofHire(amount) : Fees.ofFunding(amount));
      }
    }
    Money all = sum;
    require(
        all.compareTo(cap) <= 0,
        "nothing_above_the_cap",
        () -> "asks: %s, which makes %s of at most %s".formatted(ask, all, cap));
  }

  void turned(Decision decision, boolean leaving) {
    Hire hire = driver.hire();
    boolean wanted = !decision.calls().isEmpty() && leaving;
    require(
        decision.wake() == null || decision.wake().isAfter(world.agenda().instant()),
        "wakes_in_the_future",
        () -> decision.wake() + " " + decision.wakeWords());
    require(
        !hire.running().isEmpty()
            || decision.wake() != null
            || !decision.conditions().isEmpty()
            || hire.paused()
            || wanted,
        "never_deaf",
        () -> "nothing runs, nothing wakes it, and nothing is told");
    for (Step step : hire.asks().stream().map(Ask::step).collect(Collectors.toSet())) {
      require(
          hire.asks(step).filter(ask -> ask.state() == Ask.State.PENDING).count() <= 1,
          "one_pending_per_step",
          () -> "two pending asks of " + step);
    }
    if (!leaving && dice.hits(.1)) {
      Decision again = world.rules().decide(hire, world.agenda().instant());
      Reconciler todo = Reconciler.of(again.calls(), hire.running());
      require(
          todo.stop().isEmpty() && todo.start().isEmpty(),
          "wanted_as_it_runs",
          () -> "decided at once anew: stop %s, start %s".formatted(todo.stop(), todo.start()));
    }
  }

  private void unchanged(String invariant, String before) {
    if (!before.isEmpty()) {
      String after = StateJson.of(driver.hire());
      require(after.equals(before), invariant, () -> StateJson.difference(before, after));
    }
  }

  private static void require(boolean holds, String invariant, Supplier<String> words) {
    if (!holds) {
      throw new Violation(invariant, words.get());
    }
  }
}
