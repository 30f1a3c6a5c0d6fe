package dev.tenure.lifecycle.opencontract;

import dev.tenure.lifecycle.HireLifecycle;
import dev.tenure.lifecycle.call.Notification;
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

/** The process of a hire on OpenContract. */
public record OpenContractLifecycle(OpenContractHire hire)
    implements HireLifecycle<OpenContractCall, OpenContractObservation, OpenContractSnapshot> {

  /** Asking and ending approvals changes what is wanted; it comes to rest after a few rounds. */
  private static final int MOST_ROUNDS = 1_000;

  @Override
  public Decision<OpenContractCall> decide(Instant now) {
    return OpenContractDecider.decide(hire, now).decision();
  }

  /** As everywhere; it asks for and ends the engine's own approvals as well. */
  @Override
  public Decision<OpenContractCall> settle(Instant now) {
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

  @Override
  public void observe(OpenContractObservation observation, Instant now) {
    OpenContractObservations.apply(hire, observation, now);
  }

  @Override
  public void notified(Notification notification, Instant now) {
    observe(new OpenContractObservation.Notified(notification), now);
  }

  @Override
  public Optional<Rejection> check(CommandRequest request, Instant now) {
    return OpenContractCommandCheck.check(hire, request, now);
  }

  @Override
  public boolean command(CommandRequest request, Instant now) {
    return OpenContractCommands.apply(hire, request, now);
  }

  @Override
  public boolean cancellable() {
    return hire.closed() == null && !hire.ending();
  }

  @Override
  public void start(OpenContractCall call, Instant now) {
    OpenContractObservations.started(hire, call, now);
  }

  @Override
  public void stop(OpenContractCall call) {
    CallTracker.stopping(hire, call);
  }

  @Override
  public Changes<OpenContractSnapshot> changes(OpenContractSnapshot told, Instant now) {
    return Changes.between(
        told,
        hire,
        () -> OpenContractSnapshot.of(hire),
        OpenContractEvents.between(told, hire),
        told.untold(hire),
        now);
  }

  /** With the whole ledger. */
  @Override
  public Changes<OpenContractSnapshot> everything() {
    return Changes.everything(OpenContractSnapshot.of(hire), OpenContractLedger.of(hire));
  }

  @Override
  public void handOver(Instant now) {
    OpenContractObservations.handedOver(hire, now);
  }
}
