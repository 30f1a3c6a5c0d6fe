package dev.tenure.lifecycle.opencontract.decision;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.DecisionDraft;
import dev.tenure.lifecycle.decision.Pace;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.ApprovalChange;
import dev.tenure.lifecycle.opencontract.hire.Creation;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.OpenContractTotals;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.TextLength;
import dev.tenure.model.plan.WorkerLost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The business of a hire on OpenContract: each milestone: approval, creation → match → delivery →
 * judgement of the delivery → settlement → the end. It looks at what is known and says what is
 * wanted next, and it remembers nothing.
 */
public final class OpenContractDecider {
  /** Titles are at most 200 characters long; assumed. */
  private static final int LONGEST_TITLE = 200;

  private final OpenContractHire hire;
  private final OpenContractConditions conditions;
  private final DecisionDraft<OpenContractCall> draft;
  private final Review review;
  private final List<ApprovalChange> approvals = new ArrayList<>();

  /**
   * What is wanted.
   *
   * @param approvals what becomes of the engine's own approvals; it is carried out first, and then
   *     decided anew
   */
  public record Result(Decision<OpenContractCall> decision, List<ApprovalChange> approvals) {
    public Result {
      approvals = List.copyOf(approvals);
    }
  }

  private OpenContractDecider(OpenContractHire hire, Instant now) {
    this.hire = hire;
    this.conditions = new OpenContractConditions(hire);
    this.draft = new DecisionDraft<>(hire, now, conditions::obstacle);
    this.review = new Review(hire, draft, conditions, approvals);
  }

  /** What the hire wants now; changes nothing. */
  public static Result decide(OpenContractHire hire, Instant now) {
    OpenContractDecider decider = new OpenContractDecider(hire, now);
    if (hire.closed() == null) {
      decider.hire();
    }
    return new Result(decider.draft.decision(), decider.approvals);
  }

  private void hire() {
    if (hire.abandoned()) {
      draft.close(HireStatus.CANCELLED);
      return;
    }
    hire.approvals().stream().filter(Approval::pending).forEach(this::pending);
    hire.milestones().forEach(this::milestone);
    if (over()) {
      draft.close(end());
    }
  }

  /** Ends by the clock, and by what it was asked for being past. */
  private void pending(Approval approval) {
    if (draft.due(approval.expiresAt())) {
      approvals.add(new ApprovalChange.End(approval.id(), ApprovalStatus.EXPIRED));
    } else if (pointless(approval)) {
      supersede(approval);
    } else {
      draft.wakeAt(
          approval.expiresAt(),
          "approval of %s, until %s".formatted(approval.step().words(), approval.expiresAt()));
    }
  }

  private boolean pointless(Approval approval) {
    PlannedMilestone milestone = hire.milestone(approval.step().key());
    WorkingContract last = milestone.contract();
    return switch (approval.step().kind()) {
      case FUND -> hire.ending() || milestone.dropped() || milestone.skipped();
      case RELEASE, DISPUTE ->
          last == null
              || last.ordinal() != approval.contract()
              || !last.is(WorkingContractStatus.UNDER_REVIEW);
      case HIRE, CONTRACT, TERMS, CREATE, GONE, END ->
          throw new IllegalStateException("no approval of ours: " + approval.step());
    };
  }

  private void supersede(Approval approval) {
    approvals.add(new ApprovalChange.End(approval.id(), ApprovalStatus.SUPERSEDED));
  }

  private void milestone(PlannedMilestone milestone) {
    WorkingContract last = milestone.contract();
    Creation creation = milestone.creation();
    milestone.contracts().forEach(contract -> protocol(milestone, contract));
    if (creation != null) {
      paying(milestone, creation);
    } else if (milestone.dropped()) {
      return;
    } else if (last == null) {
      if (hire.turnOf(milestone)) {
        create(milestone);
      }
    } else if (last.terminal()) {
      ended(milestone, last);
    } else {
      running(milestone, last);
    }
  }

  /**
   * Read with the creation; again after the refusal of a dispute, whose bond may have changed, and
   * now and then while it stands; and at the end, where its slashes say who gets what.
   */
  private void protocol(PlannedMilestone milestone, WorkingContract contract) {
    boolean unread = contract.protocol() == null && !contract.terminal();
    boolean bond =
        contract.is(WorkingContractStatus.UNDER_REVIEW)
            && contract.equals(milestone.contract())
            && bondMayBeStale(milestone, contract);
    if (unread || bond || (contract.terminal() && !contract.settlementKnown())) {
      draft.want(protocolOf(milestone, contract));
    }
  }

  private boolean bondMayBeStale(PlannedMilestone milestone, WorkingContract contract) {
    Instant readAt = contract.protocolReadAt();
    if (contract.protocolStale() || readAt == null) {
      return contract.protocolStale();
    }
    Instant again = readAt.plus(OpenContractPace.PROTOCOL_WHILE_REFUSED);
    if (!hire.disputeRefused(milestone) || draft.due(contract.deadlines().review())) {
      return false;
    }
    if (!draft.due(again)) {
      draft.wakeAt(again, "whether the bond of " + milestone.key() + " has changed");
    }
    return draft.due(again);
  }

  private static OpenContractCall.ReadProtocol protocolOf(
      PlannedMilestone milestone, WorkingContract contract) {
    return new OpenContractCall.ReadProtocol(milestone.key(), contract.id(), false);
  }

  /** Obtains the approval of a creation, and creates what was approved. */
  private void create(PlannedMilestone milestone) {
    Step step = Step.fund(milestone.key());
    Deadlines given = milestone.openContract().deadlines();
    draft.heed(Step.create(milestone.key()).toString());
    if (hire.ending()) {
      return;
    }
    if (given != null && draft.due(given.match())) {
      draft.condition(Step.create(milestone.key()), conditions.deadlinesPassed(milestone, given));
      return;
    }
    if (given != null) {
      draft.wakeAt(given.match(), "match deadline of " + milestone.key());
    }
    String worker = hire.nextWorker(milestone);
    String digest = TermsDigest.ofCreation(hire, milestone, worker);
    Approval last = hire.lastApproval(step, milestone.nextOrdinal());
    if (last == null) {
      ask(milestone, worker, digest);
      return;
    }
    boolean fits = last.termsDigest().equals(digest);
    switch (last.status()) {
      case PENDING -> {
        if (!fits) {
          supersede(last);
        }
      }
      case CONFIRMED -> {
        if (!fits) {
          supersede(last);
        } else if (!hire.paused() && underCap(milestone)) {
          create(
              new OpenContractCall.Create(
                  milestone.key(), contract(milestone, worker), false, false));
        }
      }
      case DECLINED, EXPIRED -> refused(milestone, last, worker, digest);
      case SUPERSEDED, LOST_SIGHT -> ask(milestone, worker, digest);
    }
  }

  private void refused(
      PlannedMilestone milestone, Approval last, @Nullable String worker, String digest) {
    RefusalPolicy policy = Objects.requireNonNull(hire.policyOn(last));
    if (last.again() || hire.refusals(last) <= policy.reRequest()) {
      ask(milestone, worker, digest);
    } else {
      draft.condition(last.step(), conditions.refused(last));
    }
  }

  private void ask(PlannedMilestone milestone, @Nullable String worker, String digest) {
    // One at a time: what is asked for counts towards the cap of the next once it is in the state.
    if (hire.paused() || asksForMoney() || !underCap(milestone)) {
      return;
    }
    Deadlines given = milestone.openContract().deadlines();
    Instant window = draft.now().plus(hire.terms().approvalWindow());
    approvals.add(
        new ApprovalChange.Ask(
            Step.fund(milestone.key()),
            milestone.nextOrdinal(),
            worker,
            milestone.terms().amount(),
            digest,
            given != null && given.match().isBefore(window) ? given.match() : window));
  }

  private boolean asksForMoney() {
    return approvals.stream()
        .anyMatch(c -> c instanceof ApprovalChange.Ask ask && ask.step().kind() == Step.Kind.FUND);
  }

  /** Looked at before a yes is asked for, and once more after it: a bond may have come between. */
  private boolean underCap(PlannedMilestone milestone) {
    Money cap = hire.plan().cap();
    Money cost = OpenContractTotals.with(hire, milestone);
    if (cap == null || cost.compareTo(cap) <= 0) {
      return true;
    }
    draft.condition(Step.fund(milestone.key()), conditions.aboveCap(milestone, cost));
    return false;
  }

  private NewWorkingContract contract(PlannedMilestone milestone, @Nullable String worker) {
    String key =
        "%s-%d-%d".formatted(hire.idSuffix(), milestone.position(), milestone.creations() + 1);
    String name = Objects.requireNonNullElse(milestone.terms().name(), milestone.key());
    String tag = " [" + key + "]";
    return new NewWorkingContract(
        key,
        TextLength.shortened(name, LONGEST_TITLE - tag.length()) + tag,
        Objects.requireNonNullElse(milestone.terms().description(), name),
        milestone.openContract().acceptanceCriteria(),
        milestone.openContract().supplementaryMaterials(),
        worker,
        milestone.terms().amount(),
        milestone.openContract().deadlinesFrom(draft.now()));
  }

  /**
   * What may be paid is asked for until that is known, whatever was commanded since; once the hire
   * ends, nothing more is signed for it.
   */
  private void paying(PlannedMilestone milestone, Creation creation) {
    OpenContractCall.Create call =
        new OpenContractCall.Create(
            milestone.key(), creation.contract(), hire.ending() || creation.settleOnly(), false);
    if (rejected(call) && draft.due(creation.contract().deadlines().match())) {
      // Held for its words it would be made without end, though its deadlines have passed by now:
      // one more answer says that nothing was paid, and another body takes its place.
      draft.wantOnce(call);
    } else {
      payment(draft, conditions, call, creation.begunAt(), creation.uncertainUntil());
      wakeWhenPast(call);
    }
  }

  private void create(OpenContractCall.Create call) {
    draft.want(call);
    wakeWhenPast(call);
  }

  private void wakeWhenPast(OpenContractCall.Create call) {
    if (rejected(call)) {
      draft.wakeAt(
          call.contract().deadlines().match(), "match deadline of a creation that is refused");
    }
  }

  private boolean rejected(OpenContractCall call) {
    Obstruction met = hire.obstruction(call.subject());
    return met != null && met.obstacle().cause() == IncidentCause.REQUEST_REJECTED;
  }

  /** Asks for a payment that has begun, when its fate can be learned. */
  static void payment(
      DecisionDraft<OpenContractCall> draft,
      OpenContractConditions conditions,
      OpenContractCall call,
      Instant begunAt,
      @Nullable Instant uncertainUntil) {
    if (uncertainUntil == null || draft.due(uncertainUntil)) {
      draft.want(call);
    } else {
      draft.heed(call.subject());
      draft.keep(call);
      draft.wakeAt(
          uncertainUntil, "whether the payment for %s is settled".formatted(call.step().words()));
    }
    if (uncertainUntil != null) {
      Instant told = begunAt.plus(Pace.OUTAGE);
      if (draft.due(told)) {
        draft.condition(call.step(), conditions.uncertain(call.step(), uncertainUntil));
      } else {
        draft.wakeAt(told, "a payment whose fate is not known");
      }
    }
  }

  private void running(PlannedMilestone milestone, WorkingContract contract) {
    see(milestone, contract);
    WorkingContractStatus status = contract.status().orElse(null);
    if (status == null) {
      draft.condition(
          Step.contractOf(milestone.key()), conditions.unknownStatus(milestone, contract));
      return;
    }
    switch (status) {
      case CREATED -> {
        if (hire.ending() || contract.cancelBegun()) {
          writeAgain(contract, new OpenContractCall.Cancel(milestone.key(), contract.id(), false));
        }
      }
      case UNDER_REVIEW -> review.judge(milestone, contract);
      case MATCHED, DISPUTED, RESOLVED -> {}
      case SETTLED_FULLY_MET,
          SETTLED_PARTIALLY_MET,
          SETTLED_NONE_MET,
          CANCELLED_BY_CLIENT,
          CANCELLED_UNMATCHED,
          CANCELLED_WITHDRAWN,
          CANCELLED_ABSENT ->
          throw new IllegalStateException("does not run any more: " + contract.id());
    }
  }

  private void writeAgain(WorkingContract contract, OpenContractCall call) {
    writeAgain(draft, contract, call);
  }

  /** A write that its contract does not show is made again, more and more rarely. */
  static void writeAgain(
      DecisionDraft<OpenContractCall> draft, WorkingContract contract, OpenContractCall call) {
    int inVain = contract.writesInVain();
    Instant due =
        inVain == 0
            ? draft.now()
            : contract.readAt().plus(OpenContractPace.afterWriteInVain(inVain));
    if (draft.due(due)) {
      draft.want(call);
    } else {
      draft.heed(call.subject());
      draft.keep(call);
      draft.wakeAt(due, "next try: " + call.step().words());
    }
  }

  /** Keeps the picture of a contract fresh; one that cannot be seen is looked for. */
  private void see(PlannedMilestone milestone, WorkingContract contract) {
    OpenContractCall.Read read = new OpenContractCall.Read(milestone.key(), contract.id(), false);
    Instant due = OpenContractPace.nextRead(contract, hire.swept());
    if (contract.notified() || draft.due(due)) {
      draft.want(read);
    } else {
      draft.keep(read);
      draft.heed(read.subject());
      draft.wakeAt(due, "next read of the contract of " + milestone.key());
    }
    if (contract.missed() >= Pace.QUICK_LOOKS) {
      draft.condition(Step.contractOf(milestone.key()), conditions.notFound(milestone, contract));
    }
  }

  /** Another contract follows one that left its work undone, as the policy or an operator says. */
  private void ended(PlannedMilestone milestone, WorkingContract contract) {
    if (!hire.lost(milestone) || milestone.skipped() || hire.ending()) {
      return;
    }
    boolean next =
        hire.terms().onWorkerLost() == WorkerLost.NEXT_WORKER
            && !hire.cancelledByOthers(contract)
            && hire.anotherWorkerLeft();
    if (milestone.retried() || next) {
      create(milestone);
    } else if (comesBackIsTold(milestone, contract)) {
      draft.condition(Step.gone(milestone.key()), conditions.workerLost(milestone, contract));
    }
  }

  /** What comes back is a part of what is told: it is known a moment after the end, or held up. */
  private boolean comesBackIsTold(PlannedMilestone milestone, WorkingContract contract) {
    Step gone = Step.gone(milestone.key());
    return contract.settlementKnown()
        || hire.obstruction(protocolOf(milestone, contract).subject()) != null
        || hire.openIncidents().stream().anyMatch(incident -> incident.step().equals(gone));
  }

  /**
   * Whether the hire is over: nothing of it runs on the marketplace, and nothing is to be begun.
   */
  private boolean over() {
    boolean rest =
        hire.milestones().stream().allMatch(OpenContractConditions::free)
            && hire.contracts().allMatch(WorkingContract::settlementKnown);
    boolean due =
        hire.ending()
            || (!hire.paused()
                && hire.plan().policies().end() == EndRule.WHEN_ALL_PAID
                && hire.complete());
    return rest && due;
  }

  private HireStatus end() {
    if (hire.everContracted()) {
      return HireStatus.ENDED;
    }
    return hire.endCommanded()
        ? HireStatus.CANCELLED
        : hire.refusedForGood()
            .map(
                no ->
                    no.status() == ApprovalStatus.DECLINED
                        ? HireStatus.DECLINED
                        : HireStatus.EXPIRED)
            .orElse(HireStatus.CANCELLED);
  }
}
