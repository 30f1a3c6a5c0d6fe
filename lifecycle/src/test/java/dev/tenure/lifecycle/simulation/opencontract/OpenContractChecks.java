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
import dev.tenure.lifecycle.simulation.Violation;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.SelfApproval;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

  private final OpenContractWorld world;
  private final Map<String, Yes> yeses = new LinkedHashMap<>();
  private final Map<String, String> usedFor = new HashMap<>();
  private final Set<String> declinedReleases = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Money> ledger = new LinkedHashMap<>();
  private final Map<String, Deque<Long>> recent = new HashMap<>();
  private int calls;

  /** What a person said yes to. */
  private record Yes(Approval approval, MilestonePlan terms) {}

  OpenContractChecks(OpenContractWorld world) {
    this.world = world;
  }

  private static void hold(boolean holds, String invariant, @Nullable Object words) {
    if (!holds) {
      throw new Violation(invariant, String.valueOf(words));
    }
  }

  void commanding(Command command) {
    if (command instanceof Command.DecideApproval decide) {
      Approval approval = world.hire().approval(decide.approvalId()).orElseThrow();
      PlannedMilestone milestone = world.hire().milestone(approval.step().key());
      if (decide.confirm()) {
        yeses.put(approval.id(), new Yes(approval, milestone.terms()));
      } else if (approval.step().kind() == Step.Kind.RELEASE) {
        declinedReleases.add(Objects.requireNonNull(milestone.contract()).id());
      }
    }
  }

  void decided(Approval approval, String digest, String actor, boolean done) {
    boolean self =
        actor.equals(OpenContractDraw.REQUESTER)
            && world.draw().plan.openContract() != null
            && world.draw().plan.openContract().selfApproval() == SelfApproval.FORBID;
    hold(!done || digest.equals(approval.termsDigest()), "digest_seen", approval.id());
    hold(!done || !self, "no_self_approval", approval.id());
    hold(!done || world.now().isBefore(approval.expiresAt()), "decided_in_time", approval.id());
  }

  void starting(OpenContractCall call) {
    hold(++calls < MOST_CALLS, "no_livelock", "more than " + MOST_CALLS + " calls");
    Deque<Long> times = recent.computeIfAbsent(call.subject(), subject -> new ArrayDeque<>());
    times.add(world.agenda().now());
    while (times.getFirst() < world.agenda().now() - OpenContractDraw.MINUTE) {
      times.removeFirst();
    }
    hold(times.size() < MOST_A_MINUTE, "no_livelock", call);
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
    hold(begun || !world.hire().paused(), "pause_holds", contract.key());
    boolean fits =
        yeses.values().stream()
            .filter(yes -> yes.approval().step().equals(Step.fund(milestone.key())))
            .filter(yes -> unusedOr(yes, contract.key()))
            .filter(yes -> same(yes, contract))
            .peek(yes -> usedFor.put(yes.approval().id(), contract.key()))
            .findFirst()
            .isPresent();
    hold(fits, "signed_with_a_yes", contract);
    hold(begun || fitsCap(contract.price()), "within_the_cap", contract);
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
    hold(fits, "signed_with_a_yes", kind + " of " + contractId);
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
      hold(live <= 1, "made_once", contract.terms.key());
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
    boolean incident =
        hire.incidents().stream()
            .filter(opened -> opened.cause() == IncidentCause.SILENCE_PAYS)
            .filter(opened -> opened.step().equals(Step.dispute(milestone.key())))
            .anyMatch(opened -> !opened.openedAt().isBefore(known.underReviewSince()));
    boolean told =
        incident
            || hire.approvals(Step.dispute(milestone.key()), known.ordinal()).findAny().isPresent();
    boolean heldUp =
        hire.approvals(Step.dispute(milestone.key()), known.ordinal())
            .filter(Approval::confirmed)
            .map(yes -> Objects.requireNonNull(yes.resolvedAt()))
            .anyMatch(yes -> Duration.between(yes, world.now()).compareTo(HELD_UP) > 0);
    hold(!heldUp || incident, "held_up_dispute_is_told", contract.id);
    boolean no = declinedReleases.contains(contract.id);
    boolean judged =
        hire.approvals(Step.release(milestone.key()), known.ordinal()).findAny().isPresent();
    hold(!no || told, "no_release_against_a_no", contract.id);
    hold(judged || told || late, "silence_is_told", contract.id);
  }

  void turned(Decision<OpenContractCall> decision) {
    OpenContractHire hire = world.hire();
    if (!world.closed()) {
      hold(
          !hire.running().isEmpty()
              || decision.wake() != null
              || !hire.openIncidents().isEmpty()
              || !OpenContractWaits.of(hire).isEmpty(),
          "never_deaf",
          hire.status());
      hold(
          decision.wake() == null || decision.wake().isAfter(world.now()),
          "wakes_later",
          decision.wakeWords());
    }
    for (Approval approval : hire.approvals()) {
      hold(
          world.closed() || !approval.pending() || approval.expiresAt().isAfter(world.now()),
          "expires_by_the_clock",
          approval.id());
      if (asked.add(approval.id())) {
        newlyAsked(approval);
      }
    }
  }

  private void newlyAsked(Approval approval) {
    OpenContractHire hire = world.hire();
    boolean dispute = approval.step().kind() == Step.Kind.DISPUTE;
    hold(dispute || !hire.paused(), "pause_holds", approval.step());
    hold(approval.expiresAt().isAfter(world.now()), "time_to_decide", approval.step());
    long pending =
        hire.approvals().stream()
            .filter(other -> other.pending() && other.step().equals(approval.step()))
            .count();
    hold(pending <= 1, "one_pending", approval.step());
    if (approval.step().kind() == Step.Kind.FUND && approval.pending()) {
      Money askedFor =
          hire.approvals().stream()
              .filter(other -> other.pending() && other.step().kind() == Step.Kind.FUND)
              .map(Approval::amount)
              .reduce(Money.zero(approval.amount().currency()), Money::plus);
      hold(fitsCap(askedFor), "within_the_cap", askedFor);
    }
  }

  private boolean fitsCap(Money more) {
    Money cap = world.draw().plan.cap();
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
      hold(ledger.put(entry.id(), entry.amount()) == null, "told_once", entry.id());
    }
  }

  void atTheEnd() {
    OpenContractHire hire = world.hire();
    for (SimulatedWorkingContract contract : world.market().contracts()) {
      boolean known = hire.milestoneOf(contract.id).isPresent();
      hold(known || world.abandoned(), "nothing_forgotten", contract.id + " is not known");
      if (known && !world.abandoned()) {
        atTheEnd(hire, contract);
      }
    }
    if (!world.closed()) {
      hold(
          !hire.openIncidents().isEmpty() || !OpenContractWaits.of(hire).isEmpty(),
          "ends_or_is_told",
          hire.status());
      boolean paying = hire.milestones().stream().anyMatch(m -> m.creation() != null);
      hold(!paying, "payments_are_known", hire.status());
    } else {
      hold(
          hire.approvals().stream().noneMatch(Approval::pending),
          "nothing_pending_when_closed",
          hire.closed());
    }
  }

  private void atTheEnd(OpenContractHire hire, SimulatedWorkingContract contract) {
    WorkingContract known =
        hire.milestoneOf(contract.id).orElseThrow().contract(contract.id).orElseThrow();
    hold(
        known.shown().status().equals(contract.status.wire()),
        "converges",
        "%s is %s and known as %s".formatted(contract.id, contract.status, known.shown().status()));
    hold(!world.closed() || contract.status.terminal(), "nothing_left_running", contract.id);
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
          "wallets_conserve",
          "%s: %s, not %s".formatted(contract.id, sum, wallet));
    }
  }
}
