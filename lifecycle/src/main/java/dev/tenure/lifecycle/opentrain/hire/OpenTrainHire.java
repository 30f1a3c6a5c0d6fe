package dev.tenure.lifecycle.opentrain.hire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tenure.lifecycle.call.RunningCall;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.FundWhen;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.model.plan.Then;
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
 * Everything that is known of one hire; carried over whole when its workflow continues as new.
 * Status, stages and waits are computed from it and stored nowhere. Its JSON is a persistent
 * format: fields are only ever added, and an absent one has its default.
 *
 * <p>The order of its fields is that in which it has always been written.
 */
@JsonPropertyOrder({
  "id",
  "generation",
  "createdAt",
  "plan",
  "rules",
  "swept",
  "planChanged",
  "jobId",
  "contract",
  "milestones",
  "asks",
  "running",
  "obstructions",
  "nominations",
  "notifiedApprovals",
  "notifiedTick",
  "contractHintedAt",
  "hiredHint",
  "changedTick",
  "paused",
  "endCommanded",
  "abandoned",
  "givenUp",
  "accepted",
  "commands",
  "incidents",
  "incidentsOpened",
  "closed",
  "closedAt",
  "reopened",
  "tick",
  "recorded"
})
public final class OpenTrainHire extends HireState<OpenTrainCall> {
  private @Nullable String requestedBy;
  @Nullable String jobId;
  final Contract contract = new Contract();
  final Map<String, Milestone> milestones = new LinkedHashMap<>();
  final List<Ask> asks = new ArrayList<>();

  /** What operators named to be adopted, by the step in words; named so in the stored state. */
  final Map<String, AdoptionRequest> nominations = new LinkedHashMap<>();

  /** Approvals that notifications named, also before their ask was answered, with the time. */
  final Map<String, Long> notifiedApprovals = new LinkedHashMap<>();

  /** When something last hinted at the contract. */
  long notifiedTick;

  /** When something told of a contract that no look had shown yet. */
  @Nullable Instant contractHintedAt;

  /** Whether something told of a hire whose approval has not been read since. */
  boolean hiredHint;

  /** When the plan was last changed by a command. */
  long changedTick;

  @Nullable GivenUp givenUp;

  /** A contract that turned up after the hire was closed; an operator says what becomes of it. */
  boolean reopened;

  @JsonCreator
  OpenTrainHire(
      @JsonProperty("id") String id,
      @JsonProperty("generation") int generation,
      @JsonProperty("createdAt") Instant createdAt,
      @JsonProperty("plan") HirePlan plan) {
    super(id, generation, createdAt, plan);
  }

  /**
   * A hire that was requested and of which nothing has been asked yet.
   *
   * @param generation counts the hires of one proposal, from 1
   */
  public static OpenTrainHire requested(
      String id, int generation, HirePlan plan, Instant createdAt) {
    OpenTrainHire hire = new OpenTrainHire(id, generation, createdAt, plan);
    for (MilestonePlan milestone : plan.milestones()) {
      hire.add(milestone);
    }
    return hire;
  }

  /** Says who requested the hire; call it before anything of it is told. */
  public void requestedBy(String actor) {
    requestedBy = actor;
  }

  /** The name of the key or session that requested the hire; absent where nobody knows. */
  public @Nullable String requestedBy() {
    return requestedBy;
  }

  public @Nullable String jobId() {
    return jobId;
  }

  public Contract contract() {
    return contract;
  }

  public Collection<Milestone> milestones() {
    return Collections.unmodifiableCollection(milestones.values());
  }

  public Stream<Milestone> own() {
    return milestones.values().stream().filter(milestone -> !milestone.foreign());
  }

  public Milestone first() {
    return milestone(plan().first().key());
  }

  public boolean isFirst(Milestone milestone) {
    return milestone.key().equals(plan().first().key());
  }

  public Milestone milestone(String key) {
    return Objects.requireNonNull(milestones.get(key), key);
  }

  public Optional<Milestone> findMilestone(String key) {
    return Optional.ofNullable(milestones.get(key));
  }

  public Optional<Milestone> milestoneWithId(String marketplaceId) {
    return milestones.values().stream()
        .filter(milestone -> marketplaceId.equals(milestone.id()))
        .findFirst();
  }

  public List<Ask> asks() {
    return Collections.unmodifiableList(asks);
  }

  public Stream<Ask> asks(Step step) {
    return asks.stream().filter(ask -> ask.step().equals(step));
  }

  /** The latest ask of a step: what it says decides what the step does next. */
  public @Nullable Ask lastAsk(Step step) {
    for (int i = asks.size() - 1; i >= 0; i--) {
      if (asks.get(i).step().equals(step)) {
        return asks.get(i);
      }
    }
    return null;
  }

  /** The ask of the same step before this one. */
  public @Nullable Ask askBefore(Ask ask) {
    Ask before = null;
    for (Ask older : asks) {
      if (older.step().equals(ask.step()) && older.ordinal() < ask.ordinal()) {
        before = older;
      }
    }
    return before;
  }

  public Step hireStep() {
    return Step.hire(plan().first().key());
  }

  public @Nullable Ask askOf(String approvalId) {
    for (Ask ask : asks) {
      if (ask.approval() != null && ask.approval().id().equals(approvalId)) {
        return ask;
      }
    }
    return null;
  }

  /** Whether money may still move by an ask of the step. */
  public boolean live(Step step) {
    return asks(step).anyMatch(Ask::live);
  }

  /** Whether money may still move by an approval of the step, also by one out of sight. */
  public boolean exposed(Step step) {
    return asks(step).anyMatch(ask -> ask.live() || ask.unseen());
  }

  /**
   * Whether an approval of the step may be pending, as one out of sight may. An obstacle that holds
   * its ask says that there is none yet; should it be gone in that very moment, the approval is
   * watched all the same.
   */
  public boolean mayBePending(Step step) {
    RunningCall<OpenTrainCall> current = running().get(step.toString());
    boolean held = current != null && current.call().slow();
    return asks(step)
        .anyMatch(
            ask ->
                switch (ask.state()) {
                  case SENT -> !held || ask.maybeArrived();
                  case LOST, UNKNOWN -> ask.unseen();
                  default -> ask.live();
                });
  }

  /** Whether a read of the contract that began after the end of the ask has been answered. */
  public boolean lookedAfter(Ask ask) {
    return ask.lookedAtEnd() || contract.lookTick() >= ask.endedTick();
  }

  /**
   * Whether it was looked after the last no to a step, and after each before it: one that was out
   * of sight may be learned of late.
   */
  public boolean lookedAfterEveryNo(Ask last) {
    return asks(last.step())
        .filter(ask -> ask == last || policyOn(ask) != null)
        .allMatch(this::lookedAfter);
  }

  public @Nullable AdoptionRequest adoption(Step step) {
    return nominations.get(step.toString());
  }

  /** Whether a notification named the approval after the last answered read of it began. */
  public boolean notified(Ask ask) {
    Long when = notifiedApprovals.get(ask.knownApproval().id());
    return when != null && when > ask.readTick();
  }

  /** Whether something hinted at the contract after the last adopted look began. */
  public boolean notified() {
    return notifiedTick > contract.lookTick();
  }

  /** When something told of a contract that no look had shown yet. */
  public @Nullable Instant contractHintedAt() {
    return contractHintedAt;
  }

  /** When the plan was last changed by a command. */
  public long changedTick() {
    return changedTick;
  }

  public @Nullable GivenUp givenUp() {
    return givenUp;
  }

  public boolean reopened() {
    return reopened;
  }

  @Override
  public boolean ending() {
    return endCommanded()
        || (contract.known() && givenUp != null)
        || lastAsk(Step.end()) != null
        || own().anyMatch(milestone -> !milestone.dropped() && closedByPolicy(milestone));
  }

  private boolean closedByPolicy(Milestone milestone) {
    return closedByPolicy(lastAsk(Step.fund(milestone.key())))
        || closedByPolicy(lastAsk(Step.release(milestone.key())));
  }

  public boolean closedByPolicy(@Nullable Ask newest) {
    return refusedForGood(newest) != null;
  }

  /** The no after which the policy says to stop the hire, once it counts. */
  public @Nullable Ask refusedForGood(@Nullable Ask newest) {
    // What never left changes nothing about the no before it.
    Ask last = newest != null && newest.state() == Ask.State.UNSENT ? askBefore(newest) : newest;
    if (last == null || last.again() || !lookedAfterEveryNo(last) || goalSeen(last)) {
      return null;
    }
    RefusalPolicy policy = policyOn(last);
    return policy != null && policy.then() == Then.CLOSE && refusals(last) > policy.reRequest()
        ? last
        : null;
  }

  /** What the plan says to a no; nothing where only a person can say. */
  public @Nullable RefusalPolicy policyOn(Ask refused) {
    return switch (refused.state()) {
      case DECLINED -> plan().policies().onDeclined();
      case EXPIRED -> plan().policies().onExpired();
      default -> null;
    };
  }

  /** How often the step ended like this ask. */
  public long refusals(Ask like) {
    return asks(like.step()).filter(ask -> ask.state() == like.state()).count();
  }

  /** Whether the marketplace shows what was asked for, or that it has become pointless. */
  public boolean goalSeen(Ask ask) {
    Step step = ask.step();
    return switch (step.kind()) {
      case HIRE -> contract.seen() && first().id() != null;
      case FUND -> milestone(step.key()).stage().inEscrow() || milestone(step.key()).stage().over();
      case RELEASE -> milestone(step.key()).stage().over();
      case END -> contract.ended();
      case CONTRACT, TERMS, CREATE, GONE, DISPUTE ->
          throw new IllegalStateException("nothing is asked for: " + step);
    };
  }

  /** Whether the contract shows more than what is asked for, whoever saw to that. */
  public boolean past(Ask ask) {
    return switch (ask.step().kind()) {
      case HIRE, FUND, RELEASE -> goalSeen(ask);
      default -> false;
    };
  }

  /** When the picture moved past what is asked for. */
  public long pastSince(Ask ask) {
    Milestone milestone =
        ask.step().kind() == Step.Kind.HIRE ? first() : milestone(ask.step().key());
    return milestone.stageTick();
  }

  /** Whether nothing more is to be done for one of our own milestones. */
  public boolean finished(Milestone milestone) {
    return milestone.stage() == Stage.GONE
        ? accepted(IncidentCause.MILESTONE_GONE, milestone.key())
        : milestone.stage() == Stage.PAID || milestone.dropped();
  }

  /** Whether the contract may end by itself: ours finished, and nobody else's money in escrow. */
  public boolean complete() {
    return milestones.values().stream()
        .allMatch(m -> m.foreign() ? !m.stage().inEscrow() : finished(m));
  }

  /** Whether the end is due by the plan, and not held back by a pause. */
  public boolean endDue() {
    return !paused() && plan().policies().end() == EndRule.WHEN_ALL_PAID && complete();
  }

  /** Whether it is the milestone's turn to be created and funded, as the plan says. */
  public boolean turnOf(Milestone milestone) {
    String after = milestone.terms().fund().after();
    return switch (milestone.terms().fund().when()) {
      case AT_START -> true;
      case AFTER_PAID -> after == null || finished(milestone(after));
      case ON_REQUEST -> milestone.fundCommanded();
    };
  }

  /** Whether the milestone waits for the fund command and for nothing else. */
  public boolean awaitsFundCommand(Milestone milestone) {
    return milestone.stage() == Stage.NONE
        && !milestone.dropped()
        && milestone.terms().fund().when() == FundWhen.ON_REQUEST
        && !milestone.fundCommanded();
  }

  public ReleaseRule releaseRule(Milestone milestone) {
    return releaseRule(milestone.terms());
  }

  @Override
  public HireStatus status() {
    HireStatus closed = closed();
    if (closed != null) {
      return closed;
    }
    if (contract.known()) {
      return ending() || contract.ended() ? HireStatus.ENDING : HireStatus.ACTIVE;
    }
    if (givenUp != null) {
      return HireStatus.CANCELLING;
    }
    return asks(hireStep()).anyMatch(ask -> ask.approval() != null)
        ? HireStatus.AWAITING_APPROVAL
        : HireStatus.REQUESTED;
  }

  /** Where a milestone stands. */
  public MilestoneState stateOf(Milestone milestone) {
    if (milestone.dropped()) {
      return MilestoneState.DROPPED;
    }
    return switch (milestone.stage()) {
      case NONE -> MilestoneState.PLANNED;
      case UNFUNDED ->
          !milestone.foreign() && live(Step.fund(milestone.key()))
              ? MilestoneState.AWAITING_FUNDING
              : MilestoneState.CREATED;
      case FUNDED, DELIVERED ->
          !milestone.foreign() && live(Step.release(milestone.key()))
              ? MilestoneState.AWAITING_RELEASE
              : milestone.stage() == Stage.DELIVERED
                  ? MilestoneState.DELIVERED
                  : MilestoneState.FUNDED;
      case PAID -> MilestoneState.PAID;
      case GONE -> MilestoneState.CANCELLED;
    };
  }

  Milestone add(MilestonePlan terms) {
    Milestone milestone = new Milestone(terms.key(), milestones.size() + 1, false, terms);
    milestones.put(terms.key(), milestone);
    return milestone;
  }

  Ask ask(OpenTrainCall.Ask call) {
    return asks(call.step())
        .filter(ask -> ask.ordinal() == call.ordinal())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("never asked: " + call));
  }

  @Override
  protected void closing(HireStatus status, Instant now) {
    boolean contractStaysActive = contract.known() && !contract.ended;
    List<Ask> pending = asks.stream().filter(a -> a.state == Ask.State.PENDING).toList();
    for (Milestone milestone : milestones.values()) {
      boolean mayBeFunded = contractStaysActive && live(Step.fund(milestone.key()));
      boolean unfunded = milestone.stage == Stage.NONE || milestone.stage == Stage.UNFUNDED;
      if (!milestone.foreign() && unfunded && !mayBeFunded) {
        milestone.dropped = true;
      }
    }
    for (Ask ask : pending) {
      // On an active contract people can still confirm it, and money would move unseen.
      ask.state = contractStaysActive ? Ask.State.LOST : Ask.State.SETTLED;
      ask.endedTick = tick();
      ask.endedAt = now;
    }
    if (contractStaysActive) {
      abandon();
    }
  }
}
