package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.HireJson;
import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Reconciler;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opencontract.OpenContractLifecycle;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.record.OpenContractSnapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.lifecycle.simulation.Agenda;
import dev.tenure.lifecycle.simulation.Dice;
import dev.tenure.lifecycle.simulation.Trace;
import dev.tenure.lifecycle.simulation.Violation;
import dev.tenure.lifecycle.simulation.opencontract.OpenContractDraw.Trouble;
import dev.tenure.model.hire.HireStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One hire on OpenContract, driven as its workflow does, in a seeded world. */
final class OpenContractWorld {
  private static final long REST = 60 * OpenContractDraw.DAY;
  private static final int MOST_STEPS = 60_000;
  private static final String HIRE_ID = "hire_s1m";

  private final OpenContractDraw draw;
  private final OpenContractRules rules;
  private final Trace trace;
  private final Agenda agenda = new Agenda();
  private final SimulatedOpenContract market;
  private final OpenContractCarrier carrier;
  private final OpenContractPeople people;
  private final OpenContractChecks checks;
  private final Dice dice;
  private OpenContractHire hire;
  private OpenContractSnapshot told;
  private long timer = Long.MAX_VALUE;
  private int commands;
  private boolean turning;

  OpenContractWorld(OpenContractDraw draw, OpenContractRules rules, Trace trace) {
    this.draw = draw;
    this.rules = rules;
    this.trace = trace;
    this.dice = draw.dice(3);
    this.market = new SimulatedOpenContract(draw.protocol, this::changed);
    this.hire =
        OpenContractHire.requested(
            HIRE_ID, 1, rules.plan(draw.plan), OpenContractDraw.REQUESTER, agenda.instant());
    this.told = OpenContractSnapshot.nothingOf(hire);
    this.carrier = new OpenContractCarrier(this);
    this.people = new OpenContractPeople(this);
    this.checks = new OpenContractChecks(this);
  }

  /** Runs one seed; what does not hold, or nothing. */
  static @Nullable Violation run(long seed, OpenContractRules rules, Trace trace) {
    OpenContractWorld world = new OpenContractWorld(new OpenContractDraw(seed), rules, trace);
    try {
      world.live();
      return null;
    } catch (Violation found) {
      return found;
    } catch (RuntimeException thrown) {
      Violation violation = new Violation("no_exception", thrown.toString());
      violation.initCause(thrown);
      return violation;
    }
  }

  private void live() {
    people.begin();
    turn();
    int steps = 0;
    while (agenda.step(draw.troubled + REST)) {
      if (++steps > MOST_STEPS) {
        throw new Violation("bounded", "more than " + MOST_STEPS + " steps");
      }
      if (closed() && quiet()) {
        break;
      }
    }
    checks.atTheEnd();
  }

  /** Whether nothing of the marketplace is to come any more. */
  private boolean quiet() {
    return market.contracts().stream().allMatch(contract -> contract.status.terminal());
  }

  void observe(OpenContractObservation observed) {
    if (closed()) {
      return;
    }
    say(observed::toString);
    rules.observe(hire, observed, now());
    turn();
  }

  Optional<Rejection> command(Command command, @Nullable String actor) {
    CommandRequest request = new CommandRequest("k" + ++commands, actor, null, command);
    Optional<Rejection> rejection = rules.check(hire, request, now());
    say(() -> command + rejection.map(no -> " refused: " + no.words()).orElse(""));
    if (rejection.isEmpty()) {
      checks.commanding(command);
      hire = rules.command(hire, request, now());
      turn();
    }
    return rejection;
  }

  /** What the workflow does after each input. */
  void turn() {
    if (closed() || turning) {
      return;
    }
    turning = true;
    boolean leaves = !calm() && draw.has(Trouble.HAND_OVERS) && dice.hits(Trouble.HAND_OVERS.rate);
    if (leaves) {
      handOver();
    }
    Decision<OpenContractCall> decision = rules.settle(hire, now());
    Map<String, OpenContractCall> wanted = closed() ? Map.of() : decision.calls();
    Reconciler<OpenContractCall> todo = Reconciler.of(wanted, hire.running());
    for (OpenContractCall call : todo.stop()) {
      new OpenContractLifecycle(hire).stop(call);
      carrier.stop(call);
    }
    for (OpenContractCall call : todo.start()) {
      checks.starting(call);
      rules.start(hire, call, now());
      carrier.start(call);
    }
    say(
        () ->
            "   = %s, wake %s %s, %s"
                .formatted(
                    hire.status(),
                    decision.wake(),
                    decision.wakeWords(),
                    decision.conditions().keySet()));
    tell();
    checks.turned(decision);
    people.see();
    if (decision.wake() != null) {
      wakeAt(agenda.millisOf(decision.wake()));
    }
    turning = false;
  }

  private void tell() {
    Changes<OpenContractSnapshot> changes = rules.changes(told, hire, now());
    checks.told(changes);
    if (trace.on()) {
      changes.events().forEach(event -> say(() -> "   - " + event.summary()));
    }
    told = changes.snapshot();
  }

  private void wakeAt(long due) {
    if (due < timer) {
      timer = due;
      agenda.at(due, () -> fire(due));
    }
  }

  private void fire(long due) {
    if (due == timer) {
      timer = Long.MAX_VALUE;
      turn();
    }
  }

  private void handOver() {
    carrier.forget();
    hire = rules.handOver(hire, now());
    String json = HireJson.of(hire);
    hire = rules.read(json);
    String again = HireJson.of(hire);
    OpenContractInvariant.JSON_ROUND_TRIP.hold(
        again.equals(json), HireJson.difference(json, again));
    timer = Long.MAX_VALUE;
    say(() -> "handed over");
  }

  /** A contract of the marketplace has changed: its timer, its people, and the sweep. */
  private void changed(SimulatedWorkingContract contract) {
    checks.changed(contract);
    Instant due = SimulatedOpenContract.due(contract);
    if (due.isBefore(Instant.MAX)) {
      agenda.at(agenda.millisOf(due), () -> market.pass(contract, now()));
    }
    people.react(contract);
    boolean missed =
        draw.has(Trouble.SWEEP_MISSES) && dice.hits(Trouble.SWEEP_MISSES.rate) && !calm();
    if (!missed) {
      agenda.after(
          dice.between(100L, OpenContractDraw.MINUTE),
          () ->
              observe(
                  new OpenContractObservation.Notified(Notification.contractChanged(contract.id))));
    }
  }

  /** Whether all troubles are over. */
  boolean calm() {
    return agenda.now() >= draw.troubled;
  }

  boolean closed() {
    return hire.closed() != null;
  }

  boolean abandoned() {
    return hire.closed() == HireStatus.CANCELLED && hire.abandoned();
  }

  void say(Supplier<String> what) {
    if (trace.on()) {
      trace.say(agenda, "hire", what.get());
    }
  }

  OpenContractHire hire() {
    return hire;
  }

  OpenContractDraw draw() {
    return draw;
  }

  OpenContractCarrier carrier() {
    return carrier;
  }

  SimulatedOpenContract market() {
    return market;
  }

  OpenContractChecks checks() {
    return checks;
  }

  Agenda agenda() {
    return agenda;
  }

  Instant now() {
    return agenda.instant();
  }
}
