package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.CallActivities;
import dev.tenure.workflows.hire.CallEnd;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calls of a hire to OpenTrain as activities. */
record OpenTrainCalls(OpenTrainHire hire)
    implements CallActivities<OpenTrainCall, OpenTrainObservation> {

  @Override
  public Promise<OpenTrainObservation> begin(
      OpenTrainCall call, @Nullable IncidentCause heldBy, ActivityOptions options) {
    MarketplaceActivities marketplace =
        Workflow.newActivityStub(MarketplaceActivities.class, options);
    return switch (call) {
      case OpenTrainCall.Ask ask -> ask(ask, heldBy, marketplace);
      case OpenTrainCall.CreateMilestone create ->
          Async.function(
                  marketplace::createMilestone,
                  new CreateMilestone(create.contractId(), create.plan(), create.tag(), heldBy))
              .thenApply(answer -> new OpenTrainObservation.MilestoneCreated(create, answer));
      case OpenTrainCall.ReadApproval read ->
          Async.function(marketplace::readApproval, new ApprovalRef(read.approvalId(), heldBy))
              .thenApply(
                  answer ->
                      new OpenTrainObservation.ApprovalRead(
                          read, answer.approval(), answer.contract()));
      case OpenTrainCall.FindApproval find ->
          Async.function(
                  marketplace::findApproval,
                  new ApprovalSearch(find.step().approval(), find.target(), find.since(), heldBy))
              .thenApply(
                  found -> new OpenTrainObservation.ApprovalsSearched(find, found.approvals()));
      case OpenTrainCall.ReadContract read when hire.contract().known() ->
          Async.function(marketplace::readContract, new ContractRef(hire.contract().id(), heldBy))
              .thenApply(reading -> new OpenTrainObservation.ContractRead(read, reading));
      case OpenTrainCall.ReadContract read ->
          Async.function(
                  marketplace::findContract,
                  new ProposalRef(hire.plan().proposalId(), hire.jobId(), heldBy))
              .thenApply(reading -> new OpenTrainObservation.ContractRead(read, reading));
      case OpenTrainCall.ReadNamedContract read ->
          Async.function(marketplace::readContract, new ContractRef(read.contractId(), heldBy))
              .thenApply(reading -> new OpenTrainObservation.ContractRead(read, reading));
    };
  }

  private static Promise<OpenTrainObservation> ask(
      OpenTrainCall.Ask ask, @Nullable IncidentCause heldBy, MarketplaceActivities marketplace) {
    return switch (ask.step().kind()) {
      case HIRE ->
          Async.function(
                  marketplace::requestHire,
                  new HireAsk(
                      ask.target(),
                      Objects.requireNonNull(ask.terms()),
                      ask.confirmNotFit(),
                      heldBy))
              .thenApply(answer -> new OpenTrainObservation.Answered(ask, answer));
      case FUND ->
          Async.function(marketplace::requestFunding, new MilestoneAsk(ask.target(), heldBy))
              .thenApply(answer -> new OpenTrainObservation.Answered(ask, answer));
      case RELEASE ->
          Async.function(marketplace::requestRelease, new MilestoneAsk(ask.target(), heldBy))
              .thenApply(answer -> new OpenTrainObservation.Answered(ask, answer));
      case END ->
          Async.function(marketplace::requestEnd, new ContractRef(ask.target(), heldBy))
              .thenApply(
                  end -> new OpenTrainObservation.Answered(ask, end.answer(), end.contract()));
      case CONTRACT, TERMS, CREATE, GONE, DISPUTE ->
          throw new IllegalStateException("nothing is asked for: " + ask);
    };
  }

  @Override
  public OpenTrainObservation ended(OpenTrainCall call, CallEnd end) {
    return switch (end) {
      case CallEnd.Refused refused -> new OpenTrainObservation.Refused(call, refused.obstacle());
      case CallEnd.Unreachable unreachable -> new OpenTrainObservation.Unreachable(call);
      case CallEnd.Unanswered unanswered -> new OpenTrainObservation.Unanswered(call);
      case CallEnd.Stopped stopped -> new OpenTrainObservation.Stopped(call);
    };
  }

  @Override
  public boolean repeatable(OpenTrainCall call) {
    return !(call instanceof OpenTrainCall.Ask || call instanceof OpenTrainCall.CreateMilestone);
  }

  @Override
  public String summary(OpenTrainCall call) {
    return switch (call) {
      case OpenTrainCall.Ask ask when ask.amount() != null ->
          "ask: %s, %s".formatted(ask.step().words(), ask.amount());
      case OpenTrainCall.Ask ask -> "ask: " + ask.step().words();
      case OpenTrainCall.CreateMilestone create ->
          "create milestone %s, %s".formatted(create.milestone(), create.plan().amount());
      case OpenTrainCall.ReadApproval read -> "read approval: " + read.step().words();
      case OpenTrainCall.FindApproval find -> "look for an approval: " + find.step().words();
      case OpenTrainCall.ReadContract read -> "read contract";
      case OpenTrainCall.ReadNamedContract read -> "read contract named by an operator";
    };
  }
}
