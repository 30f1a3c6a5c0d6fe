package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.opentrain.call.Call;
import dev.tenure.lifecycle.opentrain.call.Observation;
import dev.tenure.lifecycle.opentrain.hire.Hire;
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
record OpenTrainCalls(Hire hire) implements CallActivities<Call, Observation> {

  @Override
  public Promise<Observation> begin(
      Call call, @Nullable IncidentCause heldBy, ActivityOptions options) {
    MarketplaceActivities marketplace =
        Workflow.newActivityStub(MarketplaceActivities.class, options);
    return switch (call) {
      case Call.Ask ask -> ask(ask, heldBy, marketplace);
      case Call.CreateMilestone create ->
          Async.function(
                  marketplace::createMilestone,
                  new CreateMilestone(create.contractId(), create.plan(), create.tag(), heldBy))
              .thenApply(answer -> new Observation.MilestoneCreated(create, answer));
      case Call.ReadApproval read ->
          Async.function(marketplace::readApproval, new ApprovalRef(read.approvalId(), heldBy))
              .thenApply(
                  answer ->
                      new Observation.ApprovalRead(read, answer.approval(), answer.contract()));
      case Call.FindApproval find ->
          Async.function(
                  marketplace::findApproval,
                  new ApprovalSearch(find.step().approval(), find.target(), find.since(), heldBy))
              .thenApply(found -> new Observation.ApprovalsSearched(find, found.approvals()));
      case Call.ReadContract read when hire.contract().known() ->
          Async.function(marketplace::readContract, new ContractRef(hire.contract().id(), heldBy))
              .thenApply(reading -> new Observation.ContractRead(read, reading));
      case Call.ReadContract read ->
          Async.function(
                  marketplace::findContract,
                  new ProposalRef(hire.plan().proposalId(), hire.jobId(), heldBy))
              .thenApply(reading -> new Observation.ContractRead(read, reading));
      case Call.ReadNamedContract read ->
          Async.function(marketplace::readContract, new ContractRef(read.contractId(), heldBy))
              .thenApply(reading -> new Observation.ContractRead(read, reading));
    };
  }

  private static Promise<Observation> ask(
      Call.Ask ask, @Nullable IncidentCause heldBy, MarketplaceActivities marketplace) {
    return switch (ask.step().kind()) {
      case HIRE ->
          Async.function(
                  marketplace::requestHire,
                  new HireAsk(
                      ask.target(),
                      Objects.requireNonNull(ask.terms()),
                      ask.confirmNotFit(),
                      heldBy))
              .thenApply(answer -> new Observation.Answered(ask, answer));
      case FUND ->
          Async.function(marketplace::requestFunding, new MilestoneAsk(ask.target(), heldBy))
              .thenApply(answer -> new Observation.Answered(ask, answer));
      case RELEASE ->
          Async.function(marketplace::requestRelease, new MilestoneAsk(ask.target(), heldBy))
              .thenApply(answer -> new Observation.Answered(ask, answer));
      case END ->
          Async.function(marketplace::requestEnd, new ContractRef(ask.target(), heldBy))
              .thenApply(end -> new Observation.Answered(ask, end.answer(), end.contract()));
      case CONTRACT, TERMS, CREATE, GONE, DISPUTE ->
          throw new IllegalStateException("nothing is asked for: " + ask);
    };
  }

  @Override
  public Observation ended(Call call, CallEnd end) {
    return switch (end) {
      case CallEnd.Refused refused -> new Observation.Refused(call, refused.obstacle());
      case CallEnd.Unreachable unreachable -> new Observation.Unreachable(call);
      case CallEnd.Unanswered unanswered -> new Observation.Unanswered(call);
      case CallEnd.Stopped stopped -> new Observation.Stopped(call);
    };
  }

  @Override
  public boolean repeatable(Call call) {
    return !(call instanceof Call.Ask || call instanceof Call.CreateMilestone);
  }

  @Override
  public String summary(Call call) {
    return switch (call) {
      case Call.Ask ask when ask.amount() != null ->
          "ask: %s, %s".formatted(ask.step().words(), ask.amount());
      case Call.Ask ask -> "ask: " + ask.step().words();
      case Call.CreateMilestone create ->
          "create milestone %s, %s".formatted(create.milestone(), create.plan().amount());
      case Call.ReadApproval read -> "read approval: " + read.step().words();
      case Call.FindApproval find -> "look for an approval: " + find.step().words();
      case Call.ReadContract read -> "read contract";
      case Call.ReadNamedContract read -> "read contract named by an operator";
    };
  }
}
