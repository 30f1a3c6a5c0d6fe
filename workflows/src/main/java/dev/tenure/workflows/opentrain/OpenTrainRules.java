package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.Call;
import dev.tenure.lifecycle.opentrain.call.Observation;
import dev.tenure.lifecycle.opentrain.hire.Hire;
import dev.tenure.lifecycle.opentrain.record.Snapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.workflows.hire.HireRules;
import java.time.Instant;
import java.util.Optional;

/** A hire under the rules of OpenTrain. */
record OpenTrainRules(Hire hire) implements HireRules<Call, Observation, Snapshot> {

  @Override
  public Decision<Call> settle(Instant now) {
    return OpenTrainLifecycle.settle(hire, now);
  }

  @Override
  public void observe(Observation observation, Instant now) {
    OpenTrainLifecycle.observe(hire, observation, now);
  }

  @Override
  public void notified(Notification notification, Instant now) {
    observe(new Observation.Notified(notification), now);
  }

  @Override
  public Optional<Rejection> check(CommandRequest request, Instant now) {
    return OpenTrainLifecycle.check(hire, request, now);
  }

  @Override
  public void command(CommandRequest request, Instant now) {
    OpenTrainLifecycle.command(hire, request, now);
  }

  @Override
  public boolean cancellable() {
    return hire.closed() == null && hire.givenUp() == null && !hire.ending();
  }

  @Override
  public void start(Call call, Instant now) {
    OpenTrainLifecycle.start(hire, call, now);
  }

  @Override
  public void stop(Call call) {
    OpenTrainLifecycle.stop(hire, call);
  }

  @Override
  public Changes<Snapshot> changes(Snapshot told, Instant now) {
    return OpenTrainLifecycle.changes(told, hire, now);
  }

  @Override
  public Changes<Snapshot> everything() {
    return OpenTrainLifecycle.everything(hire);
  }

  @Override
  public void handOver(Instant now) {
    OpenTrainLifecycle.handOver(hire, now);
  }
}
