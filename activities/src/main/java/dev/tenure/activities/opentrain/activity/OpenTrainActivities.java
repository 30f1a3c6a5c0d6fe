package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.Heartbeats;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.breaker.HeldPace;
import dev.tenure.activities.call.CallGuard;
import dev.tenure.activities.call.Failures;
import dev.tenure.activities.call.RetrySchedule;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.Amounts;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.Refused;
import dev.tenure.activities.opentrain.client.Verdict;
import dev.tenure.activities.opentrain.client.json.HireRequest;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.hire.MarketplaceCall;
import dev.tenure.workflows.opentrain.ApprovalAnswer;
import dev.tenure.workflows.opentrain.ApprovalRef;
import dev.tenure.workflows.opentrain.ApprovalSearch;
import dev.tenure.workflows.opentrain.ApprovalsFound;
import dev.tenure.workflows.opentrain.ContractRef;
import dev.tenure.workflows.opentrain.CreateMilestone;
import dev.tenure.workflows.opentrain.EndAnswer;
import dev.tenure.workflows.opentrain.HireAsk;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import dev.tenure.workflows.opentrain.ProposalRef;
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
 * <p>Whatever asks for an approval is safe to repeat while its approval is pending, so those calls
 * carry no probe of their own: OpenTrain's answer is the probe.
 */
public final class OpenTrainActivities implements MarketplaceActivities {

  private static final Logger LOG = LoggerFactory.getLogger(OpenTrainActivities.class);

  private static final String PENDING = "pending";

  /** How long a second read waits for a call to spare; the hire reads by itself without it. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OpenTrainClient api;
  private final MilestoneCreation creation;
  private final ContractSearch search;
  private final ApprovalFinder finder;
  private final Allowance allowance;
  private final ShutdownSignal shutdown;
  private final CallGuard guard;

  /**
   * Activities of one account.
   *
   * @param api on an exchange whose calls the allowance counts
   * @param named where approvals are looked for whose ask had no answer
   */
  public OpenTrainActivities(
      OpenTrainClient api, NamedApprovals named, Allowance allowance, ShutdownSignal shutdown) {
    this(api, named, allowance, shutdown, InstantSource.system());
  }

  OpenTrainActivities(
      OpenTrainClient api,
      NamedApprovals named,
      Allowance allowance,
      ShutdownSignal shutdown,
      InstantSource clock) {
    this.guard = new CallGuard(clock, new HeldPace(allowance.perSecond()));
    this.api = api;
    this.creation = new MilestoneCreation(api);
    this.search = new ContractSearch(api);
    this.finder = new ApprovalFinder(api, named, allowance, shutdown);
    this.allowance = allowance;
    this.shutdown = shutdown;
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
    RetrySchedule retries = RetrySchedule.begin(create, context);
    CreationMark mark = CreationMark.of(context);
    if (mark.maybeSecond()) {
      // What may have been written is looked for whatever holds the others back.
      return Heartbeats.whileRunning(
          context, mark::beat, () -> creation.find(create, "an earlier attempt was cut off"));
    }
    Step<CreateAnswer> step = () -> creation.create(create);
    try {
      return guard.pass(retries, () -> Heartbeats.whileRunning(context, mark::beat, step));
    } catch (MarketplaceException e) {
      mark.wroteNothing();
      throw retries.failure(e);
    } catch (ApplicationFailure failure) {
      if (!failure.getType().equals(UNANSWERED)) {
        mark.wroteNothing();
      }
      throw retries.ended(failure);
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
    RetrySchedule retries = RetrySchedule.begin(wanted, Activity.getExecutionContext());
    try {
      return pass(retries, () -> finder.find(wanted));
    } catch (MarketplaceException e) {
      throw retries.failure(e);
    } catch (JournalUnavailable e) {
      throw Failures.of(Unavailable.notMade("the journal does not tell what events have named", e));
    }
  }

  @Override
  public ContractReading readContract(ContractRef contract) {
    return read(contract, () -> read(contract.contractId()), new ContractReading.NotFound());
  }

  @Override
  public ContractReading findContract(ProposalRef proposal) {
    RetrySchedule retries = RetrySchedule.begin(proposal, Activity.getExecutionContext());
    try {
      return pass(retries, () -> search.find(proposal));
    } catch (MarketplaceException e) {
      throw retries.failure(e);
    }
  }

  private interface Step<T extends @Nullable Object>
      extends Heartbeats.Work<T, MarketplaceException> {}

  private ContractReading read(String contractId) throws Refused, Unavailable {
    return new ContractReading.Seen(api.contract(contractId));
  }

  /**
   * A second read in the same activity. What cannot be had now, or is beyond the account's
   * allowance, is left to the hire.
   */
  private <T> @Nullable T also(Step<@Nullable T> second) {
    if (!allowance.awaitSpare(PATIENCE, shutdown)) {
      return null;
    }
    try {
      return second.run();
    } catch (MarketplaceException e) {
      LOG.debug("the contract is not read along: {}", e.getMessage());
      return null;
    }
  }

  private AskAnswer ask(MarketplaceCall call, Step<AskAnswer> step) {
    RetrySchedule retries = RetrySchedule.begin(call, Activity.getExecutionContext());
    try {
      return pass(retries, step);
    } catch (MarketplaceException e) {
      if (e instanceof Refused refused
          && refused.verdict() instanceof Verdict.Fact(AskAnswer.Reason reason)) {
        return new AskAnswer.Fact(reason);
      }
      throw retries.failureOfWrite(e);
    }
  }

  private <T> T pass(RetrySchedule retries, Step<T> step) throws MarketplaceException {
    try {
      return guard.pass(retries, () -> Heartbeats.whileRunning(step));
    } catch (ApplicationFailure failure) {
      throw retries.ended(failure);
    }
  }

  private <T> T read(MarketplaceCall call, Step<T> step, T missing) {
    RetrySchedule retries = RetrySchedule.begin(call, Activity.getExecutionContext());
    try {
      return pass(retries, step);
    } catch (MarketplaceException e) {
      if (e instanceof Refused refused && refused.verdict() instanceof Verdict.Missing) {
        return missing;
      }
      throw retries.failure(e);
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
