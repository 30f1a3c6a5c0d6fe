package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.HireJson;
import dev.tenure.lifecycle.call.Reconciler;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceEvent;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMarketplace;
import dev.tenure.model.plan.HirePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drives a hire as its workflow does, in virtual time: decides, starts and stops calls, tells what
 * changed, and takes in one thing after the other.
 */
final class Driver {
  private static final Instant BEGINNING = Instant.parse("2026-11-02T10:00:00Z");
  private static final int MOST_TURNS = 20_000;

  private final Run run;
  private final SimulatedMarketplace marketplace;
  private final Calls calls;
  private final Journal journal;
  private OpenTrainHire hire;
  private Instant now = BEGINNING;
  private Decision<OpenTrainCall> decision;
  private int heard;
  private boolean deaf;
  private int turns;

  Driver(Run run, HirePlan plan, SimulatedMarketplace marketplace, Endpoints endpoints) {
    this.run = run;
    this.marketplace = marketplace;
    this.calls = new Calls(endpoints, now);
    this.hire = OpenTrainHire.requested("hir_1", 1, plan, now);
    this.journal = new Journal(hire);
    this.decision = new OpenTrainLifecycle(hire).decide(now);
  }

  OpenTrainHire hire() {
    return hire;
  }

  /** The latest decision. */
  Decision<OpenTrainCall> decision() {
    return decision;
  }

  Journal journal() {
    return journal;
  }

  Calls calls() {
    return calls;
  }

  Instant now() {
    return now;
  }

  /** Whether the marketplace's events are lost. */
  void deaf(boolean yes) {
    deaf = yes;
  }

  boolean deaf() {
    return deaf;
  }

  /** Lets time pass, with everything that is due meanwhile. */
  void advance(Duration time) {
    Instant end = now.plus(time);
    for (Instant due = due(); due != null && !due.isAfter(end); due = due()) {
      now = now.isBefore(due) ? due : now;
      calls.tryAgain(now);
      turn();
    }
    now = end;
  }

  private @Nullable Instant due() {
    Instant wake = hire.closed() == null ? decision.wake() : null;
    Instant attempt = calls.due();
    return wake == null || (attempt != null && attempt.isBefore(wake)) ? attempt : wake;
  }

  /** A closed hire takes in nothing but a contract that appears. */
  void observe(OpenTrainObservation observation) {
    if (hire.closed() == null || observation instanceof OpenTrainObservation.ContractAppeared) {
      new OpenTrainLifecycle(hire).observe(observation, now);
      turn();
    }
  }

  /** Carries out a command that was checked. */
  void command(CommandRequest request) {
    new OpenTrainLifecycle(hire).command(request, now);
    turn();
  }

  /** Decides, carries out and takes in until nothing more happens by itself. */
  void turn() {
    settle();
    if (hire.closed() == null && decision.wake() != null) {
      assertThat(decision.wake()).as(String.valueOf(decision.wakeWords())).isAfter(now);
    }
    if (run == Run.HANDED_OVER && calls.idle() && hire.closed() == null) {
      handOver();
    }
    if (run == Run.AS_IT_IS) {
      Probe.everyCommand(hire, now);
    }
    assertThat(marketplace.moneyViolations()).isEmpty();
  }

  /** The state goes to a next run, which waits for nothing that was under way. */
  void handOver() {
    calls.forget();
    new OpenTrainLifecycle(hire).handOver(now);
    journal.record(hire, now);
    journal.handOver(hire);
    hire = HireJson.exactCopy(hire);
    settle();
  }

  private void settle() {
    do {
      decideAndCall();
    } while (takeIn());
  }

  private void decideAndCall() {
    assertThat(++turns).as("it never comes to rest").isLessThan(MOST_TURNS);
    if (run == Run.RESTARTED) {
      Decision<OpenTrainCall> before = new OpenTrainLifecycle(hire).decide(now);
      hire = HireJson.exactCopy(hire);
      assertThat(new OpenTrainLifecycle(hire).decide(now)).isEqualTo(before);
    }
    decision = new OpenTrainLifecycle(hire).settle(now);
    Reconciler<OpenTrainCall> todo = Reconciler.of(decision.calls(), hire.running());
    for (OpenTrainCall call : todo.stop()) {
      new OpenTrainLifecycle(hire).stop(call);
      calls.stop(call);
    }
    for (OpenTrainCall call : todo.start()) {
      Obstruction met = hire.obstruction(call.subject());
      new OpenTrainLifecycle(hire).start(call, now);
      calls.start(
          call, hire.contract().idIfKnown(), met == null ? null : met.obstacle().cause(), now);
    }
    journal.record(hire, now);
  }

  private boolean takeIn() {
    OpenTrainObservation next = calls.answer();
    if (next == null) {
      next = news();
    }
    if (next == null
        || (hire.closed() != null && !(next instanceof OpenTrainObservation.ContractAppeared))) {
      return next != null;
    }
    new OpenTrainLifecycle(hire).observe(next, now);
    return true;
  }

  private @Nullable OpenTrainObservation news() {
    List<MarketplaceEvent> events = marketplace.events();
    if (deaf) {
      heard = events.size();
    }
    return heard == events.size()
        ? null
        : new OpenTrainObservation.Notified(events.get(heard++).notification());
  }
}
