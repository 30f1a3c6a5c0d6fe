package dev.tenure.activities.opentrain;

import dev.tenure.activities.Beats;
import dev.tenure.activities.Heart;
import dev.tenure.activities.Stopping;
import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.activities.opentrain.json.HireRequest;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.lifecycle.marketplace.ApprovalReading;
import dev.tenure.lifecycle.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.lifecycle.marketplace.ContractReading;
import dev.tenure.lifecycle.marketplace.CreateAnswer;
import dev.tenure.model.MilestonePlan;
import dev.tenure.workflows.marketplace.ApprovalAnswer;
import dev.tenure.workflows.marketplace.ApprovalRef;
import dev.tenure.workflows.marketplace.ApprovalSearch;
import dev.tenure.workflows.marketplace.ApprovalsFound;
import dev.tenure.workflows.marketplace.ContractRef;
import dev.tenure.workflows.marketplace.CreateMilestone;
import dev.tenure.workflows.marketplace.EndAnswer;
import dev.tenure.workflows.marketplace.HireAsk;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import dev.tenure.workflows.marketplace.MarketplaceCall;
import dev.tenure.workflows.marketplace.MilestoneAsk;
import dev.tenure.workflows.marketplace.ProposalRef;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link MarketplaceActivities} on OpenTrain, for one account.
 *
 * <p>Whatever asks for a co-sign is safe to repeat while its approval is pending, so those calls
 * carry no probe of their own: OpenTrain's answer is the probe.
 */
public final class OpenTrainActivities implements MarketplaceActivities {

  private static final Logger LOG = LoggerFactory.getLogger(OpenTrainActivities.class);

  private static final String PENDING = "pending";

  /** How long a second read waits for a call to spare; the hire reads by itself without it. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OpenTrain api;
  private final MilestoneCreation creation;
  private final ContractSearch search;
  private final ApprovalFinder finder;
  private final Allowance allowance;
  private final Stopping stopping;
  private final Gate gate;

  /**
   * Activities of one account.
   *
   * @param api on an exchange whose calls the allowance counts
   * @param named where approvals are looked for whose ask had no answer
   */
  public OpenTrainActivities(
      OpenTrain api, NamedApprovals named, Allowance allowance, Stopping stopping) {
    this(api, named, allowance, stopping, InstantSource.system());
  }

  OpenTrainActivities(
      OpenTrain api,
      NamedApprovals named,
      Allowance allowance,
      Stopping stopping,
      InstantSource clock) {
    this.gate = new Gate(clock, new HeldPace(allowance.perSecond()));
    this.api = api;
    this.creation = new MilestoneCreation(api);
    this.search = new ContractSearch(api);
    this.finder = new ApprovalFinder(api, named, allowance, stopping);
    this.allowance = allowance;
    this.stopping = stopping;
  }

  @Override
  public AskAnswer requestHire(HireAsk ask) {
    HireRequest request =
        new HireRequest(terms(ask.milestone()), ask.confirmNotFitOverride() ? true : null);
    return ask(ask, () -> api.hire(ask.proposalId(), request));
  }

  @Override
  public AskAnswer requestFunding(MilestoneAsk ask) {
    return ask(ask, () -> api.fund(ask.milestoneId()));
  }

  @Override
  public AskAnswer requestRelease(MilestoneAsk ask) {
    return ask(ask, () -> api.approve(ask.milestoneId()));
  }

  @Override
  public EndAnswer requestEnd(ContractRef contract) {
    AtomicReference<@Nullable ContractReading> read = new AtomicReference<>();
    AskAnswer answer =
        ask(
            contract,
            () -> {
              AskAnswer end = api.end(contract.contractId());
              if (end instanceof AskAnswer.Done) {
                read.set(also(() -> read(contract.contractId())));
              }
              return end;
            });
    return new EndAnswer(answer, read.get());
  }

  @Override
  public CreateAnswer createMilestone(CreateMilestone create) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Trial trial = Trial.begin(create, context);
    CreationMark mark = CreationMark.of(context);
    if (mark.maybeSecond()) {
      // What may have been written is looked for whatever holds the others back.
      return Beats.during(
          context, mark::beat, () -> creation.find(create, "an earlier attempt was cut off"));
    }
    Step<CreateAnswer> step = () -> creation.create(create);
    try {
      return gate.pass(trial, () -> Beats.during(context, mark::beat, step));
    } catch (OpenTrainException e) {
      mark.wroteNothing();
      throw trial.failure(e);
    } catch (ApplicationFailure failure) {
      if (!failure.getType().equals(UNANSWERED)) {
        mark.wroteNothing();
      }
      throw trial.ended(failure);
    }
  }

  @Override
  public ApprovalAnswer readApproval(ApprovalRef ref) {
    return read(
        ref,
        () -> {
          ApprovalSnapshot approval = api.approval(ref.approvalId());
          return new ApprovalAnswer(
              new ApprovalReading.Seen(approval),
              approval.status().equals(PENDING) ? null : also(() -> contractOf(approval)));
        },
        new ApprovalAnswer(new ApprovalReading.LostSight()));
  }

  /** By its id where the approval names it, else as a hire's contract is found; else null. */
  private @Nullable ContractReading contractOf(ApprovalSnapshot approval)
      throws Refused, Unavailable {
    @Nullable String contractId = approval.contractId();
    @Nullable String proposalId = approval.proposalId();
    if (contractId != null) {
      return read(contractId);
    }
    return proposalId == null ? null : search.find(new ProposalRef(proposalId, approval.jobId()));
  }

  @Override
  public ApprovalsFound findApproval(ApprovalSearch wanted) {
    Trial trial = Trial.begin(wanted, Activity.getExecutionContext());
    try {
      return pass(trial, () -> finder.find(wanted));
    } catch (OpenTrainException e) {
      throw trial.failure(e);
    } catch (JournalUnavailable e) {
      throw Failures.of(
          new Unavailable("the journal does not tell what events have named", e, null, false));
    }
  }

  @Override
  public ContractReading readContract(ContractRef contract) {
    return read(contract, () -> read(contract.contractId()), new ContractReading.NotFound());
  }

  @Override
  public ContractReading findContract(ProposalRef proposal) {
    Trial trial = Trial.begin(proposal, Activity.getExecutionContext());
    try {
      return pass(trial, () -> search.find(proposal));
    } catch (OpenTrainException e) {
      throw trial.failure(e);
    }
  }

  private interface Step<T extends @Nullable Object> extends Heart.Work<T, OpenTrainException> {}

  private ContractReading read(String contractId) throws Refused, Unavailable {
    return new ContractReading.Seen(api.contract(contractId));
  }

  /**
   * A second read in the same activity. What cannot be had now, or is beyond the account's
   * allowance, is left to the hire.
   */
  private <T> @Nullable T also(Step<@Nullable T> second) {
    if (!allowance.awaitSpare(PATIENCE, stopping)) {
      return null;
    }
    try {
      return second.run();
    } catch (OpenTrainException e) {
      LOG.debug("the contract is not read along: {}", e.getMessage());
      return null;
    }
  }

  private AskAnswer ask(MarketplaceCall call, Step<AskAnswer> step) {
    Trial trial = Trial.begin(call, Activity.getExecutionContext());
    try {
      return pass(trial, step);
    } catch (OpenTrainException e) {
      if (e instanceof Refused refused
          && Refusals.judge(refused) instanceof Verdict.Fact(AskAnswer.Reason reason)) {
        return new AskAnswer.Fact(reason);
      }
      throw trial.failureOfWrite(e);
    }
  }

  private <T> T pass(Trial trial, Step<T> step) throws OpenTrainException {
    try {
      return gate.pass(trial, () -> Beats.during(step));
    } catch (ApplicationFailure failure) {
      throw trial.ended(failure);
    }
  }

  private <T> T read(MarketplaceCall call, Step<T> step, T missing) {
    Trial trial = Trial.begin(call, Activity.getExecutionContext());
    try {
      return pass(trial, step);
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
