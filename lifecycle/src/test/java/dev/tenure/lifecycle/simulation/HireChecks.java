package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.HireJson;
import dev.tenure.lifecycle.call.Reconciler;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.Resolution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What must hold of one hire at each step. */
final class HireChecks {
  private static final double SAMPLE = .0015;

  private final World world;
  private final HireDriver driver;
  private final Dice dice;
  private final Map<Step, Long> operatorSaid = new HashMap<>();
  private final AskChecks asks;
  private long lookTick;
  private boolean sampled;

  HireChecks(World world, HireDriver driver, Dice dice) {
    this.world = world;
    this.driver = driver;
    this.dice = dice;
    this.asks = new AskChecks(world, driver);
  }

  /** Of what is started. */
  AskChecks asks() {
    return asks;
  }

  /** When an operator last said to go on with a step; none where none did. */
  Optional<Long> operatorSaid(Step step) {
    return Optional.ofNullable(operatorSaid.get(step));
  }

  /** Whether an approval is about this hire's proposal or contract. */
  boolean concerns(SimulatedApproval approval) {
    String proposalId = approval.snapshot().proposalId();
    String contractId = approval.snapshot().contractId();
    SimulatedContract contract = world.marketplace().proposal(driver.proposalId()).contract();
    return driver.proposalId().equals(proposalId)
        || (contract != null && contract.id().equals(contractId));
  }

  void observing(OpenTrainObservation observation) {
    asks.news(observation instanceof OpenTrainObservation.OfCall end ? end.call().subject() : null);
  }

  void observed() {
    long tick = driver.hire().contract().lookTick();
    require(tick >= lookTick, "looks_in_order", () -> "an older look was adopted");
    lookTick = tick;
  }

  /** The state before a command, on a sample; empty where it is not sampled. */
  String beforeCommand() {
    return dice.hits(.02) ? HireJson.of(driver.hire()) : "";
  }

  void checked(
      CommandRequest request, String before, boolean known, Optional<Rejection> rejection) {
    require(!known || rejection.isEmpty(), "repeated_key_is_refused", () -> "refused: " + request);
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
    asks.news(null);
  }

  void commanded(CommandRequest request, String before, boolean known, boolean done) {
    require(done != known, "once_per_key", () -> request + " done: " + done);
    if (known) {
      unchanged("repeated_command_changes_nothing", before);
    } else {
      world.tally().count("command done");
      dropped(request.command());
    }
  }

  /** Nothing is given up that a person may still say yes to. */
  private void dropped(Command command) {
    String key =
        switch (command) {
          case Command.Drop drop -> drop.milestone();
          case Command.Resolve resolve when resolve.resolution() == Resolution.SKIP ->
              driver.hire().incident(resolve.incidentId()).orElseThrow().step().milestone();
          default -> null;
        };
    require(
        key == null
            || !driver.hire().milestone(key).dropped()
            || !asks.mayBePending(Step.fund(key)),
        "nothing_dropped_that_is_asked_for",
        () -> key + " by " + command);
  }

  void settled(Decision<OpenTrainCall> decision, boolean wasOpen) {
    OpenTrainHire hire = driver.hire();
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
      String json = HireJson.of(hire);
      Decision<OpenTrainCall> again = world.rules().decide(hire, world.agenda().instant());
      unchanged("decide_changes_nothing", json);
      require(
          again.equals(world.rules().decide(HireJson.read(json), world.agenda().instant())),
          "json_decides_alike",
          () -> "another decision after JSON: " + again);
      String read = HireJson.of(HireJson.read(json));
      require(json.equals(read), "json_round_trip", () -> HireJson.difference(json, read));
    }
  }

  private void incidents(Decision<OpenTrainCall> decision, OpenTrainHire hire) {
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
  private void nothingLeft(OpenTrainHire hire) {
    if (hire.closed() == HireStatus.DECLINED || hire.closed() == HireStatus.EXPIRED) {
      asks.lookedAfterNo(hire.hireStep());
    }
    SimulatedContract contract = world.marketplace().proposal(driver.proposalId()).contract();
    Ask end = hire.lastAsk(Step.end());
    boolean endRefused =
        hire.contract().known() && end != null && end.state() != Ask.State.CONFIRMED;
    if (contract != null
        && contract.active()
        && !world.invariants().isOfOthers(contract)
        && !endRefused) {
      throw new Violation(
          "no_close_while_contract_active",
          "closed as " + hire.closed() + " while " + Words.contract(contract.snapshot()));
    }
    for (SimulatedApproval approval : world.marketplace().approvals()) {
      require(
          !approval.pending()
              || world.invariants().isOfOthers(approval.id())
              || !concerns(approval)
              || !world.agenda().instant().isBefore(approval.expiresAt()),
          "no_close_while_approval_open",
          () -> "closed as " + hire.closed() + " while " + approval.id() + " is pending");
    }
  }

  void turned(Decision<OpenTrainCall> decision, boolean leaving) {
    OpenTrainHire hire = driver.hire();
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
    if (!leaving && dice.hits(.05)) {
      Decision<OpenTrainCall> again = world.rules().decide(hire, world.agenda().instant());
      Reconciler<OpenTrainCall> todo = Reconciler.of(again.calls(), hire.running());
      require(
          todo.stop().isEmpty() && todo.start().isEmpty(),
          "wanted_as_it_runs",
          () -> "decided at once anew: stop %s, start %s".formatted(todo.stop(), todo.start()));
    }
  }

  private void unchanged(String invariant, String before) {
    if (!before.isEmpty()) {
      String after = HireJson.of(driver.hire());
      require(after.equals(before), invariant, () -> HireJson.difference(before, after));
    }
  }

  static void require(boolean holds, String invariant, Supplier<String> words) {
    if (!holds) {
      throw new Violation(invariant, words.get());
    }
  }
}
