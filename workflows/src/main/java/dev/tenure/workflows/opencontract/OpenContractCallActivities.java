package dev.tenure.workflows.opencontract;

import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.CallActivities;
import dev.tenure.workflows.hire.CallEnd;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** The calls of a hire to OpenContract as activities. */
record OpenContractCallActivities()
    implements CallActivities<OpenContractCall, OpenContractObservation> {

  @Override
  public Promise<OpenContractObservation> begin(
      OpenContractCall call, @Nullable IncidentCause heldBy, ActivityOptions options) {
    OpenContractActivities marketplace =
        Workflow.newActivityStub(OpenContractActivities.class, options);
    return switch (call) {
      case OpenContractCall.Create create ->
          Async.function(
                  marketplace::createContract,
                  new CreateWorkingContract(create.contract(), create.settleOnly(), heldBy))
              .thenApply(
                  made -> new OpenContractObservation.Paid(create, made.answer(), made.protocol()));
      case OpenContractCall.Dispute dispute ->
          Async.function(
                  marketplace::disputeContract,
                  new DisputeWorkingContract(
                      dispute.contractId(), dispute.bond(), dispute.creationKey(), heldBy))
              .thenApply(answer -> new OpenContractObservation.Paid(dispute, answer));
      case OpenContractCall.Approve approve ->
          Async.function(
                  marketplace::approveContract,
                  new WorkingContractRef(approve.contractId(), heldBy))
              .thenApply(reading -> new OpenContractObservation.ContractRead(approve, reading));
      case OpenContractCall.Cancel cancel ->
          Async.function(
                  marketplace::cancelContract, new WorkingContractRef(cancel.contractId(), heldBy))
              .thenApply(reading -> new OpenContractObservation.ContractRead(cancel, reading));
      case OpenContractCall.Read read ->
          Async.function(
                  marketplace::readContract, new WorkingContractRef(read.contractId(), heldBy))
              .thenApply(reading -> new OpenContractObservation.ContractRead(read, reading));
      case OpenContractCall.ReadProtocol read ->
          Async.function(marketplace::readProtocol, new ProtocolRead(heldBy))
              .thenApply(parameters -> new OpenContractObservation.ProtocolRead(read, parameters));
    };
  }

  /** No call is left unanswered here, since each may be made again. */
  @Override
  public OpenContractObservation ended(OpenContractCall call, CallEnd end) {
    return switch (end) {
      case CallEnd.Refused refused -> new OpenContractObservation.Refused(call, refused.obstacle());
      case CallEnd.Unreachable unreachable -> new OpenContractObservation.Unreachable(call);
      case CallEnd.Unanswered unanswered -> new OpenContractObservation.Unreachable(call);
      case CallEnd.Stopped stopped -> new OpenContractObservation.Stopped(call);
    };
  }

  @Override
  public boolean repeatable(OpenContractCall call) {
    return true;
  }

  @Override
  public String summary(OpenContractCall call) {
    return switch (call) {
      case OpenContractCall.Create create ->
          "create the Working Contract of %s, %s"
              .formatted(create.milestone(), create.contract().price());
      case OpenContractCall.Dispute dispute ->
          "dispute %s, bond %s".formatted(dispute.milestone(), dispute.bond());
      case OpenContractCall.Approve approve -> "approve " + approve.milestone();
      case OpenContractCall.Cancel cancel -> "cancel the Working Contract of " + cancel.milestone();
      case OpenContractCall.Read read -> "read the Working Contract of " + read.milestone();
      case OpenContractCall.ReadProtocol read -> "read the protocol's parameters";
    };
  }
}
