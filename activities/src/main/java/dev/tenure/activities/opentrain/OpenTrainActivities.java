package dev.tenure.activities.opentrain;

import dev.tenure.activities.Beats;
import dev.tenure.activities.Heart;
import dev.tenure.activities.Stopping;
import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.activities.opentrain.json.HireRequest;
import dev.tenure.lifecycle.marketplace.ApprovalReading;
import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.lifecycle.marketplace.ContractReading;
import dev.tenure.lifecycle.marketplace.CreateAnswer;
import dev.tenure.model.MilestonePlan;
import dev.tenure.workflows.marketplace.ApprovalRef;
import dev.tenure.workflows.marketplace.ContractRef;
import dev.tenure.workflows.marketplace.CreateMilestone;
import dev.tenure.workflows.marketplace.HireAsk;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import dev.tenure.workflows.marketplace.MilestoneAsk;
import dev.tenure.workflows.marketplace.ProposalRef;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * {@link MarketplaceActivities} on OpenTrain, for one account.
 *
 * <p>Whatever asks for a co-sign is safe to repeat while its approval is pending, so those calls
 * carry no probe of their own: OpenTrain's answer is the probe.
 */
public final class OpenTrainActivities implements MarketplaceActivities {

  private final OpenTrain api;
  private final MilestoneCreation creation;
  private final ContractSearch search;
  private final Gate gate;

  /**
   * @param callsPerSecond what the account may ask, over all workers
   */
  public OpenTrainActivities(OpenTrain api, Stopping stopping, double callsPerSecond) {
    this(
        api,
        stopping,
        Doubt.Patience.DEFAULT,
        InstantSource.system(),
        new HeldPace(callsPerSecond));
  }

  OpenTrainActivities(
      OpenTrain api,
      Stopping stopping,
      Doubt.Patience patience,
      InstantSource clock,
      HeldPace pace) {
    this.gate = new Gate(clock, pace);
    this.api = api;
    this.creation = new MilestoneCreation(api, stopping, patience);
    this.search = new ContractSearch(api);
  }

  @Override
  public AskAnswer requestHire(HireAsk ask) {
    HireRequest request =
        new HireRequest(terms(ask.milestone()), ask.confirmNotFitOverride() ? true : null);
    return ask(() -> api.hire(ask.proposalId(), request));
  }

  @Override
  public AskAnswer requestFunding(MilestoneAsk ask) {
    return ask(() -> api.fund(ask.milestoneId()));
  }

  @Override
  public AskAnswer requestRelease(MilestoneAsk ask) {
    return ask(() -> api.approve(ask.milestoneId()));
  }

  @Override
  public AskAnswer requestEnd(ContractRef contract) {
    return ask(() -> api.end(contract.contractId()));
  }

  @Override
  public CreateAnswer createMilestone(CreateMilestone create) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Attempt attempt = Attempt.of(context);
    Trial trial = Trial.begin(context);
    SendMark mark = SendMark.of(context, create.maybeSent());
    Step<CreateAnswer> step = () -> creation.create(create, mark);
    try {
      // What may have been sent is looked for whatever holds the others back.
      return mark.maybeSent()
          ? Beats.during(context, mark::beat, step)
          : gate.pass(() -> Beats.during(context, mark::beat, step));
    } catch (OpenTrainException e) {
      boolean followed = attempt.followed() && !trial.isLongEnough();
      boolean untold = mark.maybeSent() && !create.maybeSent() && !followed;
      throw untold && e instanceof Unavailable lost && lost.mayHaveRun()
          ? MilestoneCreation.inDoubt(create, String.valueOf(e.getMessage()))
          : trial.failure(e);
    }
  }

  @Override
  public ApprovalReading readApproval(ApprovalRef approval) {
    return read(
        () -> new ApprovalReading.Seen(api.approval(approval.approvalId())),
        new ApprovalReading.LostSight());
  }

  @Override
  public ContractReading readContract(ContractRef contract) {
    return read(
        () -> new ContractReading.Seen(api.contract(contract.contractId())),
        new ContractReading.NotFound());
  }

  @Override
  public ContractReading findContract(ProposalRef proposal) {
    Trial trial = Trial.begin(Activity.getExecutionContext());
    Step<ContractReading> step = () -> search.find(proposal);
    try {
      return gate.pass(() -> Beats.during(step));
    } catch (OpenTrainException e) {
      throw trial.failure(e);
    }
  }

  private interface Step<T> extends Heart.Work<T, OpenTrainException> {}

  private AskAnswer ask(Step<AskAnswer> step) {
    Trial trial = Trial.begin(Activity.getExecutionContext());
    try {
      return gate.pass(() -> Beats.during(step));
    } catch (OpenTrainException e) {
      if (e instanceof Refused refused
          && Refusals.judge(refused) instanceof Verdict.Fact(AskAnswer.Reason reason)) {
        return new AskAnswer.Fact(reason);
      }
      throw trial.failure(e);
    }
  }

  private <T> T read(Step<T> step, T missing) {
    Trial trial = Trial.begin(Activity.getExecutionContext());
    try {
      return gate.pass(() -> Beats.during(step));
    } catch (OpenTrainException e) {
      if (e instanceof Refused refused && Refusals.judge(refused) instanceof Verdict.Missing) {
        return missing;
      }
      throw trial.failure(e);
    }
  }

  private static HireRequest.Terms terms(MilestonePlan plan) {
    @Nullable LocalDate due = plan.dueDate();
    return new HireRequest.Terms(
        plan.name(),
        plan.description(),
        Amounts.dollars(plan.amount()),
        due == null ? null : due.toString());
  }
}
