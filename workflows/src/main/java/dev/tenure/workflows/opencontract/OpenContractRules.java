package dev.tenure.workflows.opencontract;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opencontract.OpenContractLifecycle;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.record.OpenContractSnapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.workflows.hire.HireRules;
import java.time.Instant;
import java.util.Optional;

/** A hire under the rules of OpenContract. */
record OpenContractRules(OpenContractHire hire)
    implements HireRules<OpenContractCall, OpenContractObservation, OpenContractSnapshot> {

  @Override
  public Decision<OpenContractCall> settle(Instant now) {
    return OpenContractLifecycle.settle(hire, now);
  }

  @Override
  public void observe(OpenContractObservation observation, Instant now) {
    OpenContractLifecycle.observe(hire, observation, now);
  }

  @Override
  public void notified(Notification notification, Instant now) {
    observe(new OpenContractObservation.Notified(notification), now);
  }

  @Override
  public Optional<Rejection> check(CommandRequest request, Instant now) {
    return OpenContractLifecycle.check(hire, request, now);
  }

  @Override
  public void command(CommandRequest request, Instant now) {
    OpenContractLifecycle.command(hire, request, now);
  }

  @Override
  public boolean cancellable() {
    return hire.closed() == null && !hire.ending();
  }

  @Override
  public void start(OpenContractCall call, Instant now) {
    OpenContractLifecycle.start(hire, call, now);
  }

  @Override
  public void stop(OpenContractCall call) {
    OpenContractLifecycle.stop(hire, call);
  }

  @Override
  public Changes<OpenContractSnapshot> changes(OpenContractSnapshot told, Instant now) {
    return OpenContractLifecycle.changes(told, hire, now);
  }

  @Override
  public Changes<OpenContractSnapshot> everything() {
    return OpenContractLifecycle.everything(hire);
  }

  @Override
  public void handOver(Instant now) {
    OpenContractLifecycle.handOver(hire, now);
  }
}
