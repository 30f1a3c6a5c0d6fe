package dev.tenure.lifecycle.opentrain;

import dev.tenure.lifecycle.HireLifecycle;
import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.CallTracker;
import dev.tenure.lifecycle.hire.IncidentReconciler;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.decision.OpenTrainCommandCheck;
import dev.tenure.lifecycle.opentrain.decision.OpenTrainDecider;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainCommands;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainObservations;
import dev.tenure.lifecycle.opentrain.record.OpenTrainEvents;
import dev.tenure.lifecycle.opentrain.record.OpenTrainSnapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.lifecycle.record.EventDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The process of a hire on OpenTrain. */
public record OpenTrainLifecycle(OpenTrainHire hire)
    implements HireLifecycle<OpenTrainCall, OpenTrainObservation, OpenTrainSnapshot> {

  @Override
  public Decision<OpenTrainCall> decide(Instant now) {
    return OpenTrainDecider.decide(hire, now);
  }

  @Override
  public Decision<OpenTrainCall> settle(Instant now) {
    Decision<OpenTrainCall> decision = decide(now);
    IncidentReconciler.settle(
        hire, decision.conditions(), decision.heeded(), decision.closes(), now);
    return decision;
  }

  @Override
  public void observe(OpenTrainObservation observation, Instant now) {
    OpenTrainObservations.apply(hire, observation, now);
  }

  @Override
  public void notified(Notification notification, Instant now) {
    observe(new OpenTrainObservation.Notified(notification), now);
  }

  @Override
  public Optional<Rejection> check(CommandRequest request, Instant now) {
    return OpenTrainCommandCheck.check(hire, request, now);
  }

  @Override
  public boolean command(CommandRequest request, Instant now) {
    return OpenTrainCommands.apply(hire, request, now);
  }

  @Override
  public boolean cancellable() {
    return hire.closed() == null && hire.givenUp() == null && !hire.ending();
  }

  @Override
  public void start(OpenTrainCall call, Instant now) {
    OpenTrainObservations.started(hire, call, now);
  }

  @Override
  public void stop(OpenTrainCall call) {
    CallTracker.stopping(hire, call);
  }

  @Override
  public Changes<OpenTrainSnapshot> changes(OpenTrainSnapshot told, Instant now) {
    List<EventDraft> events = OpenTrainEvents.between(told, hire, OpenTrainSnapshot.of(hire));
    return Changes.between(told, hire, () -> OpenTrainSnapshot.of(hire), events, List.of(), now);
  }

  @Override
  public Changes<OpenTrainSnapshot> everything() {
    return Changes.everything(OpenTrainSnapshot.of(hire), List.of());
  }

  @Override
  public void handOver(Instant now) {
    OpenTrainObservations.handedOver(hire, now);
  }
}
