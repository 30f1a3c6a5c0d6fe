package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.lifecycle.opencontract.record.OpenContractSnapshot;
import dev.tenure.lifecycle.opencontract.record.OpenContractWaits;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.SelfApproval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold whatever happens, checked against the world and never against the rules. */
final class OpenContractChecks {
  private static final int MOST_CALLS = 4_000;
  private static final int MOST_A_MINUTE = 40;

  /** From the yes to a dispute until somebody must know that it does not get through. */
  private static final Duration HELD_UP = Duration.ofMinutes(30);

  /** While a dispute is refused, until its bond is looked at again. */
  private static final Duration REREAD = Duration.ofHours(1);

  private final OpenContractWorld world;
  private final Map<String, Yes> yeses = new LinkedHashMap<>();
  private final Map<String, NewWorkingContract> bodies = new HashMap<>();
  private final Map<String, String> usedFor = new HashMap<>();
  private final Set<String> declinedReleases = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Money> ledger = new LinkedHashMap<>();
  private final Map<String, Deque<Long>> recent = new HashMap<>();
  private final Set<String> givenUp = new HashSet<>();
  private final Map<String, Instant> staleBonds = new HashMap<>();
  private @Nullable Money cap;
  private boolean ended;
  private int calls;

  /** What a person said yes to. */
  private record Yes(Approval approval, MilestonePlan terms) {}

  OpenContractChecks(OpenContractWorld world) {
    this.world = world;
    this.cap = world.draw().plan.cap();
  }

  private static void hold(boolean holds, OpenContractInvariant invariant, @Nullable Object words) {
    invariant.hold(holds, words);
  }

  /** A command was checked, and is carried out. */
  void commanding(Command command) {
    switch (command) {
      case Command.DecideApproval decide -> deciding(decide);
      case Command.Cancel cancel -> ended = true;
      case Command.End end -> ended = true;
      case Command.Drop drop -> givenUp.add(drop.milestone());
      case Command.Resolve resolve -> {
        ended |= resolve.resolution() == Resolution.ABORT;
        if (resolve.resolution() == Resolution.SKIP) {
          givenUp.add(world.hire().incident(resolve.incidentId()).orElseThrow().step().key());
        }
      }
      case Command.Change change -> {
        boolean lower = cap == null || lower(change.terms().cap(), cap);
        cap = change.terms().cap();
        // What people are asked for can be confirmed at any moment.
        hold(!lower || fitsCap(askedFor()), OpenContractInvariant.WITHIN_THE_CAP, cap);
      }
      case Command.Release release -> {}
      case Command.Dispute dispute -> {}
      case Command.Fund fund -> {}
      case Command.AddMilestone add -> {}
      case Command.Pause pause -> {}
      case Command.Resume resume -> {}
    }
  }

  private static boolean lower(@Nullable Money now, Money before) {
    return now != null && now.compareTo(before) < 0;
  }

  private void deciding(Command.DecideApproval decide) {
    Approval approval = world.hire().approval(decide.approvalId()).orElseThrow();
    PlannedMilestone milestone = world.hire().milestone(approval.step().key());
    boolean release = approval.step().kind() == Step.Kind.RELEASE;
    if (decide.confirm()) {
      yeses.put(approval.id(), new Yes(approval, milestone.terms()));
    }
    if (release) {
      String contract = Objects.requireNonNull(milestone.contract()).id();
      if (decide.confirm()) {
        declinedReleases.remove(contract);
      } else {
        declinedReleases.add(contract);
      }
    }
  }

  /** Whether nothing more is to be created for that milestone, by an operator's word. */
  boolean givenUp(String milestone) {
    return ended || givenUp.contains(milestone);
  }

  /**
   * A signature for a creation is about to leave.
   *
   * @param givenUp whether nothing more was to be created for it when the call began
   */
  void signing(OpenContractCall.Create create, boolean givenUp) {
    hold(!givenUp, OpenContractInvariant.SIGNED_AFTER_THE_END, create.contract().key());
  }

  /** A dispute is refused, since its bond is not what the protocol asks for. */
  void staleBond(String contractId) {
    staleBonds.putIfAbsent(contractId, world.now());
  }

  void decided(Approval approval, String digest, String actor, boolean done) {
    boolean self =
        actor.equals(OpenContractDraw.REQUESTER)
            && world.draw().plan.openContract() != null
            && world.draw().plan.openContract().selfApproval() == SelfApproval.FORBID;
    hold(
        !done || digest.equals(approval.termsDigest()),
        OpenContractInvariant.DIGEST_SEEN,
        approval.id());
    hold(!done || !self, OpenContractInvariant.NO_SELF_APPROVAL, approval.id());
    hold(
        !done || world.now().isBefore(approval.expiresAt()),
        OpenContractInvariant.DECIDED_IN_TIME,
        approval.id());
  }

  void starting(OpenContractCall call) {
    hold(
        ++calls < MOST_CALLS,
        OpenContractInvariant.NO_LIVELOCK,
        "more than " + MOST_CALLS + " calls");
    Deque<Long> times = recent.computeIfAbsent(call.subject(), subject -> new ArrayDeque<>());
    times.add(world.agenda().now());
    while (times.getFirst() < world.agenda().now() - OpenContractDraw.MINUTE) {
      times.removeFirst();
    }
    hold(times.size() < MOST_A_MINUTE, OpenContractInvariant.NO_LIVELOCK, call);
    PlannedMilestone milestone = world.hire().milestone(call.milestone());
    switch (call) {
      case OpenContractCall.Create create -> creates(milestone, create.contract());
      case OpenContractCall.Dispute dispute ->
          signs(ApprovalKind.MILESTONE_DISPUTE, milestone, dispute.contractId(), dispute.bond());
      case OpenContractCall.Approve approve ->
          signs(ApprovalKind.MILESTONE_APPROVE, milestone, approve.contractId(), null);
      case OpenContractCall.Cancel cancel -> {}
      case OpenContractCall.Read read -> {}
      case OpenContractCall.ReadProtocol read -> {}
    }
  }

  private void creates(PlannedMilestone milestone, NewWorkingContract contract) {
    boolean begun = milestone.creation() != null;
    NewWorkingContract told = bodies.putIfAbsent(contract.key(), contract);
    hold(told == null || told.equals(contract), OpenContractInvariant.SAME_BODY, contract.key());
    hold(begun || !world.hire().paused(), OpenContractInvariant.PAUSE_HOLDS, contract.key());
    boolean fits =
        yeses.values().stream()
            .filter(yes -> yes.approval().step().equals(Step.fund(milestone.key())))
            .filter(yes -> unusedOr(yes, contract.key()))
            .filter(yes -> same(yes, contract))
            .peek(yes -> usedFor.put(yes.approval().id(), contract.key()))
            .findFirst()
            .isPresent();
    hold(fits, OpenContractInvariant.SIGNED_WITH_A_YES, contract);
    hold(
        begun || fitsCap(contract.price().plus(askedFor())),
        OpenContractInvariant.WITHIN_THE_CAP,
        contract);
  }

  /** A body that was certainly not paid may be made anew for the same yes. */
  private boolean unusedOr(Yes yes, String key) {
    String used = usedFor.get(yes.approval().id());
    return used == null || used.equals(key) || !world.market().byKey.containsKey(used);
  }

  private static boolean same(Yes yes, NewWorkingContract contract) {
    MilestonePlan terms = yes.terms();
    return terms.amount().equals(contract.price())
        && Objects.equals(yes.approval().worker(), contract.worker())
        && Objects.equals(terms.description(), contract.taskDescription())
        && Objects.requireNonNull(terms.openContract())
            .acceptanceCriteria()
            .equals(contract.acceptanceCriteria());
  }

  private void signs(
      ApprovalKind kind, PlannedMilestone milestone, String contractId, @Nullable Money amount) {
    int ordinal = milestone.contract(contractId).orElseThrow().ordinal();
    boolean fits =
        yeses.values().stream()
            .filter(yes -> yes.approval().step().approval() == kind)
            .filter(yes -> milestone.key().equals(yes.approval().step().milestone()))
            .filter(yes -> yes.approval().contract() == ordinal)
            .anyMatch(yes -> amount == null || amount.equals(yes.approval().amount()));
    hold(fits, OpenContractInvariant.SIGNED_WITH_A_YES, kind + " of " + contractId);
  }

  /** Something happened to a contract of the marketplace. */
  void changed(SimulatedWorkingContract contract) {
    if (contract.status == WorkingContractStatus.CREATED) {
      String milestone = milestoneOf(contract);
      long live =
          world.market().contracts().stream()
              .filter(other -> milestoneOf(other).equals(milestone))
              .filter(other -> !other.status.terminal())
              .count();
      hold(live <= 1, OpenContractInvariant.MADE_ONCE, contract.terms.key());
    }
    if (contract.bySilence && contract.status == WorkingContractStatus.RESOLVED) {
      silence(contract);
    }
  }

  private static String milestoneOf(SimulatedWorkingContract contract) {
    return contract.terms.key().substring(0, contract.terms.key().lastIndexOf('-'));
  }

  /** Nothing is paid by silence against a no, or unasked, without a person having been told. */
  private void silence(SimulatedWorkingContract contract) {
    OpenContractHire hire = world.hire();
    PlannedMilestone milestone = hire.milestoneOf(contract.id).orElse(null);
    WorkingContract known = milestone == null ? null : milestone.contract(contract.id).orElse(null);
    if (world.closed() || milestone == null || known == null || known.underReviewSince() == null) {
      return;
    }
    boolean late =
        Duration.between(known.underReviewSince(), world.now()).compareTo(Duration.ofMinutes(10))
            < 0;
    String review = contract.terms.deadlines().review().toString();
    boolean told =
        hire.incidents().stream()
            .filter(opened -> opened.cause() == IncidentCause.SILENCE_PAYS)
            .filter(opened -> opened.step().equals(Step.dispute(milestone.key())))
            .filter(opened -> opened.detail().contains(review))
            .anyMatch(opened -> !opened.openedAt().isBefore(known.underReviewSince()));
    List<Approval> disputes =
        hire.approvals(Step.dispute(milestone.key()), known.ordinal()).toList();
    List<Approval> releases =
        hire.approvals(Step.release(milestone.key()), known.ordinal()).toList();
    boolean judged = !releases.isEmpty();
    boolean silent = judged && releases.getLast().status() == ApprovalStatus.EXPIRED;
    boolean asked = disputes.stream().anyMatch(Approval::pending);
    List<Instant> yes =
        disputes.stream()
            .filter(Approval::confirmed)
            .map(approval -> Objects.requireNonNull(approval.resolvedAt()))
            .toList();
    boolean heldUp = yes.stream().anyMatch(at -> before(at, HELD_UP));
    boolean underWay = !heldUp && !yes.isEmpty();
    boolean no =
        declinedReleases.contains(contract.id)
            || (silent && hire.terms().onSilence() == OnSilence.DISPUTE);
    hold(!heldUp || told, OpenContractInvariant.HELD_UP_DISPUTE_IS_TOLD, contract.id);
    hold(
        !no || told || asked || underWay,
        OpenContractInvariant.NO_RELEASE_AGAINST_A_NO,
        contract.id);
    hold(
        judged || told || asked || underWay || late,
        OpenContractInvariant.SILENCE_IS_TOLD,
        contract.id);
    bond(contract, disputes);
  }

  private boolean before(Instant then, Duration pause) {
    return Duration.between(then, world.now()).compareTo(pause) > 0;
  }

  /** The bond of the day is asked for where there was time for it, and nothing else in the way. */
  private void bond(SimulatedWorkingContract contract, List<Approval> disputes) {
    Instant stale = staleBonds.get(contract.id);
    Duration margin = Objects.requireNonNull(world.draw().plan.openContract()).reviewMargin();
    boolean time =
        stale != null
            && before(stale, margin.plus(REREAD).plus(HELD_UP))
            && !world.carrier().disturbedAt().isAfter(stale);
    Money bond = world.market().bond(contract);
    hold(
        !time || disputes.stream().anyMatch(approval -> approval.amount().equals(bond)),
        OpenContractInvariant.BOND_ASKED_ANEW,
        contract.id);
  }

  void turned(Decision<OpenContractCall> decision) {
    OpenContractHire hire = world.hire();
    if (!world.closed()) {
      hold(
          !hire.running().isEmpty()
              || decision.wake() != null
              || !hire.openIncidents().isEmpty()
              || !OpenContractWaits.of(hire).isEmpty(),
          OpenContractInvariant.NEVER_DEAF,
          hire.status());
      hold(
          decision.wake() == null || decision.wake().isAfter(world.now()),
          OpenContractInvariant.WAKES_LATER,
          decision.wakeWords());
    }
    for (Approval approval : hire.approvals()) {
      hold(
          world.closed() || !approval.pending() || approval.expiresAt().isAfter(world.now()),
          OpenContractInvariant.EXPIRES_BY_THE_CLOCK,
          approval.id());
      if (asked.add(approval.id())) {
        newlyAsked(approval);
      }
    }
  }

  private void newlyAsked(Approval approval) {
    OpenContractHire hire = world.hire();
    boolean dispute = approval.step().kind() == Step.Kind.DISPUTE;
    hold(dispute || !hire.paused(), OpenContractInvariant.PAUSE_HOLDS, approval.step());
    hold(
        approval.expiresAt().isAfter(world.now()),
        OpenContractInvariant.TIME_TO_DECIDE,
        approval.step());
    long pending =
        hire.approvals().stream()
            .filter(other -> other.pending() && other.step().equals(approval.step()))
            .count();
    hold(pending <= 1, OpenContractInvariant.ONE_PENDING, approval.step());
    if (approval.step().kind() == Step.Kind.FUND && approval.pending()) {
      hold(fitsCap(askedFor()), OpenContractInvariant.WITHIN_THE_CAP, askedFor());
    }
  }

  /** What people may say yes to at any moment. */
  private Money askedFor() {
    return world.hire().approvals().stream()
        .filter(approval -> approval.pending() && approval.step().kind() == Step.Kind.FUND)
        .map(Approval::amount)
        .reduce(Money.zero(world.hire().plan().currency()), Money::plus);
  }

  private boolean fitsCap(Money more) {
    Money bound = more;
    for (SimulatedWorkingContract contract : world.market().contracts()) {
      bound = bound.plus(cost(contract));
    }
    return cap == null || bound.compareTo(cap) <= 0;
  }

  /** What a contract has cost without what came of the Worker's stake. */
  private static Money cost(SimulatedWorkingContract contract) {
    Money net = contract.clientIn.minus(contract.clientOut);
    return net.isPositive() ? net : Money.zero(net.currency());
  }

  void told(Changes<OpenContractSnapshot> changes) {
    for (LedgerEntry entry : changes.ledger()) {
      hold(
          ledger.put(entry.id(), entry.amount()) == null,
          OpenContractInvariant.TOLD_ONCE,
          entry.id());
    }
  }

  void atTheEnd() {
    OpenContractHire hire = world.hire();
    for (SimulatedWorkingContract contract : world.market().contracts()) {
      boolean known = hire.milestoneOf(contract.id).isPresent();
      hold(
          known || world.abandoned(),
          OpenContractInvariant.NOTHING_FORGOTTEN,
          contract.id + " is not known");
      if (known && !world.abandoned()) {
        atTheEnd(hire, contract);
      }
    }
    if (!world.closed()) {
      boolean paying = hire.milestones().stream().anyMatch(m -> m.creation() != null);
      hold(!paying, OpenContractInvariant.PAYMENTS_ARE_KNOWN, hire.status());
    } else {
      hold(
          hire.approvals().stream().noneMatch(Approval::pending),
          OpenContractInvariant.NOTHING_PENDING_WHEN_CLOSED,
          hire.closed());
    }
  }

  private void atTheEnd(OpenContractHire hire, SimulatedWorkingContract contract) {
    WorkingContract known =
        hire.milestoneOf(contract.id).orElseThrow().contract(contract.id).orElseThrow();
    hold(
        !world.closed() || known.terminal(),
        OpenContractInvariant.NOTHING_LEFT_RUNNING,
        contract.id);
    hold(
        known.shown().status().equals(contract.status.wire()),
        OpenContractInvariant.CONVERGES,
        "%s is %s and known as %s".formatted(contract.id, contract.status, known.shown().status()));
    boolean changedMeanwhile =
        !contract.endedAt.isAfter(world.market().protocolSince)
            && contract.endedAt.plus(Duration.ofDays(8)).isAfter(world.market().protocolSince);
    if (contract.status.terminal() && known.settlementKnown() && !changedMeanwhile) {
      Money sum = Money.zero(contract.terms.price().currency());
      for (Map.Entry<String, Money> entry : ledger.entrySet()) {
        if (entry.getKey().startsWith(contract.id + ":")) {
          sum = sum.plus(entry.getValue());
        }
      }
      Money wallet = contract.clientOut.minus(contract.clientIn);
      hold(
          sum.equals(wallet),
          OpenContractInvariant.WALLETS_CONSERVE,
          "%s: %s, not %s".formatted(contract.id, sum, wallet));
    }
  }
}
