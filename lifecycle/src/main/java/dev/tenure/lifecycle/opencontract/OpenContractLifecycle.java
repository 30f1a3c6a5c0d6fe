package dev.tenure.lifecycle.opencontract;

import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.CallTracker;
import dev.tenure.lifecycle.hire.IncidentReconciler;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.decision.OpenContractCommandCheck;
import dev.tenure.lifecycle.opencontract.decision.OpenContractDecider;
import dev.tenure.lifecycle.opencontract.hire.OpenContractCommands;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.OpenContractObservations;
import dev.tenure.lifecycle.opencontract.record.OpenContractEvents;
import dev.tenure.lifecycle.opencontract.record.OpenContractLedger;
import dev.tenure.lifecycle.opencontract.record.OpenContractSnapshot;
import dev.tenure.lifecycle.record.Changes;
import java.time.Instant;
import java.util.Optional;

/**
 * The process of a hire on OpenContract as functions over its state; whoever drives it does as with
 * {@link dev.tenure.lifecycle.opentrain.OpenTrainLifecycle}.
 */
public final class OpenContractLifecycle {
  /** Asking and ending approvals changes what is wanted; it comes to rest after a few rounds. */
  private static final int MOST_ROUNDS = 1_000;

  private OpenContractLifecycle() {}

  /** What the hire wants now; reads the state and changes nothing. */
  public static Decision<OpenContractCall> decide(OpenContractHire hire, Instant now) {
    return OpenContractDecider.decide(hire, now).decision();
  }

  /**
   * Decides, asks for and ends the engine's own approvals accordingly, opens and closes incidents,
   * and closes the hire when it is over.
   */
  public static Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      OpenContractDecider.Result result = OpenContractDecider.decide(hire, now);
      if (result.approvals().isEmpty()) {
        Decision<OpenContractCall> decision = result.decision();
        IncidentReconciler.settle(
            hire, decision.conditions(), decision.heeded(), decision.closes(), now);
        return decision;
      }
      hire.change(result.approvals(), now);
    }
    throw new IllegalStateException("the approvals of hire %s never rest".formatted(hire.id()));
  }

  /** Takes in what was observed. */
  public static void observe(
      OpenContractHire hire, OpenContractObservation observation, Instant now) {
    OpenContractObservations.apply(hire, observation, now);
  }

  /** Writes a call down; before it leaves. */
  public static void start(OpenContractHire hire, OpenContractCall call, Instant now) {
    OpenContractObservations.started(hire, call, now);
  }

  /** Writes down that a running call was asked to stop. */
  public static void stop(OpenContractHire hire, OpenContractCall call) {
    CallTracker.stopping(hire, call);
  }

  /** Prepares the state for the next run; calls still running are given up. */
  public static void handOver(OpenContractHire hire, Instant now) {
    OpenContractObservations.handedOver(hire, now);
  }

  /**
   * What is new since something was told, with its versions and event numbers. A hire of which
   * nothing was told is requested by that.
   */
  public static Changes<OpenContractSnapshot> changes(
      OpenContractSnapshot told, OpenContractHire hire, Instant now) {
    return Changes.between(
        told,
        hire,
        () -> OpenContractSnapshot.of(hire),
        OpenContractEvents.between(told, hire),
        told.untold(hire),
        now);
  }

  /** Everything as it stands, with the whole ledger, as if nothing had been told. */
  public static Changes<OpenContractSnapshot> everything(OpenContractHire hire) {
    return Changes.everything(OpenContractSnapshot.of(hire), OpenContractLedger.of(hire));
  }

  /** Why a command is refused now; empty when it is not, also when its key was seen before. */
  public static Optional<Rejection> check(
      OpenContractHire hire, CommandRequest request, Instant now) {
    return OpenContractCommandCheck.check(hire, request, now);
  }

  /**
   * Carries out a command that was checked, once per key.
   *
   * @return whether anything was done
   */
  public static boolean command(OpenContractHire hire, CommandRequest request, Instant now) {
    return OpenContractCommands.apply(hire, request, now);
  }
}
