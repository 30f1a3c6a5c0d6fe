package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.Lifecycle;
import dev.tenure.lifecycle.call.Call;
import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Observation;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.lifecycle.record.Snapshot;
import java.time.Instant;
import java.util.Optional;

/** A hire under the rules of OpenTrain. */
record OpenTrainRules(Hire hire) implements HireRules<Call, Observation, Snapshot> {

  @Override
  public Decision<Call> settle(Instant now) {
    return Lifecycle.settle(hire, now);
  }

  @Override
  public void observe(Observation observation, Instant now) {
    Lifecycle.observe(hire, observation, now);
  }

  @Override
  public void notified(Notification notification, Instant now) {
    observe(new Observation.Notified(notification), now);
  }

  @Override
  public Optional<Rejection> check(CommandRequest request, Instant now) {
    return Lifecycle.check(hire, request, now);
  }

  @Override
  public void command(CommandRequest request, Instant now) {
    Lifecycle.command(hire, request, now);
  }

  @Override
  public boolean cancellable() {
    return hire.closed() == null && hire.givenUp() == null && !hire.ending();
  }

  @Override
  public void start(Call call, Instant now) {
    Lifecycle.start(hire, call, now);
  }

  @Override
  public void stop(Call call) {
    Lifecycle.stop(hire, call);
  }

  @Override
  public Changes<Snapshot> changes(Snapshot told, Instant now) {
    return Lifecycle.changes(told, hire, now);
  }

  @Override
  public Changes<Snapshot> everything() {
    return Lifecycle.everything(hire);
  }

  @Override
  public void handOver(Instant now) {
    Lifecycle.handOver(hire, now);
  }
}
