package dev.tenure.lifecycle.opencontract.hire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.ApprovalTerms;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.plan.FundWhen;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.model.plan.Then;
import dev.tenure.model.plan.WorkerLost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one hire on OpenContract; carried over whole when its workflow
 * continues as new. The contract of the hire is the hire itself: each milestone is a Working
 * Contract, and the approvals are the engine's own.
 */
public final class OpenContractHire extends HireState<OpenContractCall> {
  private final @Nullable String requestedBy;
  final Map<String, PlannedMilestone> milestones = new LinkedHashMap<>();
  final List<Approval> approvals = new ArrayList<>();

  @JsonCreator
  OpenContractHire(
      @JsonProperty("id") String id,
      @JsonProperty("generation") int generation,
      @JsonProperty("createdAt") Instant createdAt,
      @JsonProperty("plan") HirePlan plan,
      @JsonProperty("requestedBy") @Nullable String requestedBy) {
    super(id, generation, createdAt, plan);
    this.requestedBy = requestedBy;
  }

  /**
   * A hire that was requested and of which nothing has been asked yet.
   *
   * @param generation counts the hires of one reference, from 1
   * @param requestedBy who began it, as far as that is known
   */
  public static OpenContractHire requested(
      String id, int generation, HirePlan plan, @Nullable String requestedBy, Instant createdAt) {
    OpenContractHire hire = new OpenContractHire(id, generation, createdAt, plan, requestedBy);
    plan.milestones().forEach(hire::add);
    return hire;
  }

  PlannedMilestone add(MilestonePlan terms) {
    PlannedMilestone milestone = new PlannedMilestone(terms.key(), milestones.size() + 1, terms);
    milestones.put(terms.key(), milestone);
    return milestone;
  }

  /** Who began the hire, as far as that is known. */
  public @Nullable String requestedBy() {
    return requestedBy;
  }

  /** What only OpenContract needs to know; every plan on it has it. */
  public OpenContractTerms terms() {
    return Objects.requireNonNull(plan().openContract(), "openContract of the plan()");
  }

  public Collection<PlannedMilestone> milestones() {
    return Collections.unmodifiableCollection(milestones.values());
  }

  public PlannedMilestone milestone(String key) {
    return Objects.requireNonNull(milestones.get(key), key);
  }

  public Optional<PlannedMilestone> findMilestone(String key) {
    return Optional.ofNullable(milestones.get(key));
  }

  /** The milestone that a Working Contract is of. */
  public Optional<PlannedMilestone> milestoneOf(String contractId) {
    return milestones.values().stream()
        .filter(m -> m.contracts().stream().anyMatch(c -> c.id().equals(contractId)))
        .findFirst();
  }

  /** Every Working Contract of the hire, in the order of the plan. */
  public Stream<WorkingContract> contracts() {
    return milestones.values().stream().flatMap(milestone -> milestone.contracts().stream());
  }

  public boolean everContracted() {
    return contracts().findAny().isPresent();
  }

  public List<Approval> approvals() {
    return Collections.unmodifiableList(approvals);
  }

  public Optional<Approval> approval(String id) {
    return approvals.stream().filter(approval -> approval.id().equals(id)).findFirst();
  }

  /** The approvals of a step for one contract of its milestone. */
  public Stream<Approval> approvals(Step step, int contract) {
    return approvals.stream().filter(a -> a.contract() == contract && a.step().equals(step));
  }

  /** The latest approval of a step for one contract of its milestone. */
  public @Nullable Approval lastApproval(Step step, int contract) {
    return approvals(step, contract).reduce((older, newer) -> newer).orElse(null);
  }

  public @Nullable Approval pendingApproval(Step step) {
    return approvals.stream()
        .filter(a -> a.pending() && a.step().equals(step))
        .findFirst()
        .orElse(null);
  }

  /** The yes to a step for one contract that still counts. */
  public @Nullable Approval confirmed(Step step, int contract) {
    Approval last = lastApproval(step, contract);
    return last != null && last.confirmed() ? last : null;
  }

  /** Gives up what is under way; when the way out itself is given up, what is left is left. */
  void abort() {
    if (ending()) {
      abandon();
    }
    end();
  }

  /** Carries out what a decision does to the approvals. */
  public void change(List<ApprovalChange> changes, Instant now) {
    for (ApprovalChange change : changes) {
      switch (change) {
        case ApprovalChange.End end ->
            replace(approval(end.approvalId()).orElseThrow().ended(end.how(), now, null));
        case ApprovalChange.Ask ask -> approvals.add(asked(ask, now));
      }
    }
  }

  private Approval asked(ApprovalChange.Ask ask, Instant now) {
    return new Approval(
        "apr_%s_%d".formatted(idSuffix(), approvals.size() + 1),
        ask.step(),
        ask.contract(),
        (int) approvals(ask.step(), ask.contract()).count() + 1,
        ask.worker(),
        ask.amount(),
        ask.termsDigest(),
        terms(ask),
        now,
        ask.expiresAt(),
        ApprovalStatus.PENDING,
        null,
        null,
        false);
  }

  private ApprovalTerms terms(ApprovalChange.Ask ask) {
    PlannedMilestone milestone = milestone(ask.step().key());
    WorkingContract contract = milestone.contract();
    return ask.step().kind() == Step.Kind.FUND || contract == null
        ? WorkingContractDocuments.created(milestone, ask.worker())
        : WorkingContractDocuments.judged(milestone, contract);
  }

  void replace(Approval changed) {
    approvals.replaceAll(known -> known.id().equals(changed.id()) ? changed : known);
  }

  public ReleaseRule releaseRule(PlannedMilestone milestone) {
    return releaseRule(milestone.terms());
  }

  /** Whether the last contract left the work undone, so that another one may follow. */
  public boolean lost(PlannedMilestone milestone) {
    WorkingContract last = milestone.contract();
    return last != null && (last.workerLost() || cancelledByOthers(last) || last.replaced());
  }

  /** Whether somebody cancelled it with our key, and not this hire. */
  public boolean cancelledByOthers(WorkingContract contract) {
    return contract.is(WorkingContractStatus.CANCELLED_BY_CLIENT) && !contract.cancelBegun();
  }

  /** Whether nothing more is to be done for the milestone. */
  public boolean finished(PlannedMilestone milestone) {
    WorkingContract last = milestone.contract();
    if (milestone.dropped()) {
      return true;
    }
    if (last == null || milestone.creation() != null) {
      return false;
    }
    return last.terminal() && (!lost(milestone) || milestone.skipped());
  }

  /** Whether the dispute of the last contract met a refusal of its payment last. */
  public boolean disputeRefused(PlannedMilestone milestone) {
    Obstruction met = obstruction(Step.dispute(milestone.key()).toString());
    return met != null && met.obstacle().cause() == IncidentCause.PAYMENT_REFUSED;
  }

  public boolean complete() {
    return milestones.values().stream().allMatch(this::finished);
  }

  /** Whether it is the milestone's turn to be created, as the plan says. */
  public boolean turnOf(PlannedMilestone milestone) {
    String after = milestone.terms().fund().after();
    return switch (milestone.terms().fund().when()) {
      case AT_START -> true;
      case AFTER_PAID -> after == null || finished(milestone(after));
      case ON_REQUEST -> milestone.fundCommanded();
    };
  }

  /** Whether the milestone waits for the fund command and for nothing else. */
  public boolean awaitsFundCommand(PlannedMilestone milestone) {
    return milestone.contract() == null
        && milestone.creation() == null
        && !milestone.dropped()
        && milestone.terms().fund().when() == FundWhen.ON_REQUEST
        && !milestone.fundCommanded();
  }

  /**
   * Who the next contract of the milestone is awarded to; absent for an open tender. A Worker who
   * was lost under {@code next_worker} is not asked again, but where an operator says so.
   */
  public @Nullable String nextWorker(PlannedMilestone milestone) {
    return nextWorker(milestone, terms());
  }

  /** The same under terms that the hire could have. */
  public @Nullable String nextWorker(PlannedMilestone milestone, OpenContractTerms terms) {
    String first = terms.worker();
    if (first == null || terms.onWorkerLost() != WorkerLost.NEXT_WORKER) {
      return first;
    }
    WorkingContract last = milestone.contract();
    return Stream.concat(Stream.of(first), terms.nextWorkers().stream())
        .filter(address -> !isLost(address))
        .findFirst()
        .orElse(last == null ? first : last.worker());
  }

  private boolean isLost(String address) {
    return contracts()
        .filter(WorkingContract::workerLost)
        .anyMatch(contract -> address.equalsIgnoreCase(contract.worker()));
  }

  /** Whether the policy names somebody else for the work that the last contract left undone. */
  public boolean anotherWorkerLeft() {
    return terms().worker() == null
        || Stream.concat(Stream.of(terms().worker()), terms().nextWorkers().stream())
            .anyMatch(address -> !isLost(address));
  }

  /** What the plan says to a no; nothing where only a person can say. */
  public @Nullable RefusalPolicy policyOn(Approval refused) {
    return switch (refused.status()) {
      case DECLINED -> plan().policies().onDeclined();
      case EXPIRED -> plan().policies().onExpired();
      default -> null;
    };
  }

  /** How often approvals of the same step and contract ended like this one. */
  public long refusals(Approval like) {
    return approvals(like.step(), like.contract())
        .filter(approval -> approval.status() == like.status())
        .count();
  }

  /** The no to a creation after which the policy says to stop the hire. */
  public Optional<Approval> refusedForGood() {
    return milestones.values().stream()
        .filter(milestone -> !milestone.dropped())
        .map(m -> lastApproval(Step.fund(m.key()), m.nextOrdinal()))
        .filter(Objects::nonNull)
        .filter(this::closes)
        .findFirst();
  }

  private boolean closes(Approval last) {
    RefusalPolicy policy = policyOn(last);
    return policy != null
        && !last.again()
        && policy.then() == Then.CLOSE
        && refusals(last) > policy.reRequest();
  }

  @Override
  public boolean ending() {
    return endCommanded()
        || refusedForGood().isPresent()
        || (terms().onWorkerLost() == WorkerLost.CLOSE
            && milestones.values().stream()
                .anyMatch(m -> lostForGood(m) && !m.retried() && !m.skipped()));
  }

  private static boolean lostForGood(PlannedMilestone milestone) {
    WorkingContract last = milestone.contract();
    return last != null && last.workerLost();
  }

  @Override
  public HireStatus status() {
    HireStatus closed = closed();
    if (closed != null) {
      return closed;
    }
    if (everContracted()) {
      return ending() ? HireStatus.ENDING : HireStatus.ACTIVE;
    }
    if (ending()) {
      return HireStatus.CANCELLING;
    }
    return approvals.isEmpty() ? HireStatus.REQUESTED : HireStatus.AWAITING_APPROVAL;
  }

  /** Where a milestone stands. */
  public MilestoneState stateOf(PlannedMilestone milestone) {
    WorkingContract last = milestone.contract();
    if (milestone.dropped()) {
      return MilestoneState.DROPPED;
    }
    if (milestone.creation() != null || pendingApproval(Step.fund(milestone.key())) != null) {
      return MilestoneState.AWAITING_FUNDING;
    }
    if (last == null) {
      return MilestoneState.PLANNED;
    }
    return last.status().map(status -> state(milestone, status)).orElse(MilestoneState.FUNDED);
  }

  private MilestoneState state(PlannedMilestone milestone, WorkingContractStatus status) {
    return switch (status) {
      case CREATED, MATCHED -> MilestoneState.FUNDED;
      case UNDER_REVIEW ->
          pendingApproval(Step.release(milestone.key())) != null
              ? MilestoneState.AWAITING_RELEASE
              : MilestoneState.DELIVERED;
      case DISPUTED -> MilestoneState.DISPUTED;
      case RESOLVED -> MilestoneState.SETTLING;
      case SETTLED_FULLY_MET -> MilestoneState.PAID;
      case SETTLED_PARTIALLY_MET -> MilestoneState.PARTLY_PAID;
      case SETTLED_NONE_MET -> MilestoneState.REFUNDED;
      case CANCELLED_BY_CLIENT, CANCELLED_UNMATCHED, CANCELLED_WITHDRAWN, CANCELLED_ABSENT ->
          MilestoneState.CANCELLED;
    };
  }

  @Override
  protected void closing(HireStatus status, Instant now) {
    for (Approval approval : List.copyOf(approvals)) {
      if (approval.pending()) {
        replace(approval.ended(ApprovalStatus.SUPERSEDED, now, null));
      }
    }
    for (PlannedMilestone milestone : milestones.values()) {
      if (milestone.contracts.isEmpty() && milestone.creation == null) {
        milestone.dropped = true;
      }
    }
  }
}
