package dev.tenure.lifecycle.opentrain;

import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.CallTracker;
import dev.tenure.lifecycle.hire.IncidentReconciler;
import dev.tenure.lifecycle.opentrain.call.Call;
import dev.tenure.lifecycle.opentrain.call.Observation;
import dev.tenure.lifecycle.opentrain.decision.CommandCheck;
import dev.tenure.lifecycle.opentrain.decision.Decider;
import dev.tenure.lifecycle.opentrain.hire.CommandEffects;
import dev.tenure.lifecycle.opentrain.hire.Hire;
import dev.tenure.lifecycle.opentrain.hire.Observations;
import dev.tenure.lifecycle.opentrain.record.Events;
import dev.tenure.lifecycle.opentrain.record.Snapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.lifecycle.record.EventDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The process of a hire as functions over its state. Whoever drives it repeats: {@link #settle},
 * hold the calls of the decision against the running ones ({@link
 * dev.tenure.lifecycle.call.Reconciler}), tell what changed, wait for any observation, command or
 * the decision's next moment, and take that in.
 */
public final class OpenTrainLifecycle {
  private OpenTrainLifecycle() {}

  /** What the hire wants now; reads the state and changes nothing. */
  public static Decision<Call> decide(Hire hire, Instant now) {
    return Decider.decide(hire, now);
  }

  /** Decides, opens and closes incidents accordingly, and closes the hire when it is over. */
  public static Decision<Call> settle(Hire hire, Instant now) {
    Decision<Call> decision = decide(hire, now);
    IncidentReconciler.settle(
        hire, decision.conditions(), decision.heeded(), decision.closes(), now);
    return decision;
  }

  /** Takes in what was observed. */
  public static void observe(Hire hire, Observation observation, Instant now) {
    Observations.apply(hire, observation, now);
  }

  /** Writes a call down; before it leaves. */
  public static void start(Hire hire, Call call, Instant now) {
    Observations.started(hire, call, now);
  }

  /** Writes down that a running call was asked to stop. */
  public static void stop(Hire hire, Call call) {
    CallTracker.stopping(hire, call);
  }

  /** Prepares the state for the next run; calls still running are given up. */
  public static void handOver(Hire hire, Instant now) {
    Observations.handedOver(hire, now);
  }

  /**
   * What is new since something was told, with its versions and event numbers. A hire of which
   * nothing was told is requested by that.
   */
  public static Changes<Snapshot> changes(Snapshot told, Hire hire, Instant now) {
    List<EventDraft> events = Events.between(told, hire, Snapshot.of(hire));
    return Changes.between(told, hire, () -> Snapshot.of(hire), events, List.of(), now);
  }

  /** Everything as it stands, as if nothing had been told. */
  public static Changes<Snapshot> everything(Hire hire) {
    return Changes.everything(Snapshot.of(hire), List.of());
  }

  /** Why a command is refused now; empty when it is not, also when its key was seen before. */
  public static Optional<Rejection> check(Hire hire, CommandRequest request, Instant now) {
    return CommandCheck.check(hire, request, now);
  }

  /**
   * Carries out a command that was checked, once per key.
   *
   * @return whether anything was done
   */
  public static boolean command(Hire hire, CommandRequest request, Instant now) {
    return CommandEffects.apply(hire, request, now);
  }
}
