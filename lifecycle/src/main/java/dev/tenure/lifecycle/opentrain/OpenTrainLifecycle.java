package dev.tenure.lifecycle.opentrain;

import dev.tenure.lifecycle.HireLifecycle;
import dev.tenure.lifecycle.call.Notification;
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

/** The process of a hire on OpenTrain. */
public record OpenTrainLifecycle(Hire hire) implements HireLifecycle<Call, Observation, Snapshot> {

  @Override
  public Decision<Call> decide(Instant now) {
    return Decider.decide(hire, now);
  }

  @Override
  public Decision<Call> settle(Instant now) {
    Decision<Call> decision = decide(now);
    IncidentReconciler.settle(
        hire, decision.conditions(), decision.heeded(), decision.closes(), now);
    return decision;
  }

  @Override
  public void observe(Observation observation, Instant now) {
    Observations.apply(hire, observation, now);
  }

  @Override
  public void notified(Notification notification, Instant now) {
    observe(new Observation.Notified(notification), now);
  }

  @Override
  public Optional<Rejection> check(CommandRequest request, Instant now) {
    return CommandCheck.check(hire, request, now);
  }

  @Override
  public boolean command(CommandRequest request, Instant now) {
    return CommandEffects.apply(hire, request, now);
  }

  @Override
  public boolean cancellable() {
    return hire.closed() == null && hire.givenUp() == null && !hire.ending();
  }

  @Override
  public void start(Call call, Instant now) {
    Observations.started(hire, call, now);
  }

  @Override
  public void stop(Call call) {
    CallTracker.stopping(hire, call);
  }

  @Override
  public Changes<Snapshot> changes(Snapshot told, Instant now) {
    List<EventDraft> events = Events.between(told, hire, Snapshot.of(hire));
    return Changes.between(told, hire, () -> Snapshot.of(hire), events, List.of(), now);
  }

  @Override
  public Changes<Snapshot> everything() {
    return Changes.everything(Snapshot.of(hire), List.of());
  }

  @Override
  public void handOver(Instant now) {
    Observations.handedOver(hire, now);
  }
}
