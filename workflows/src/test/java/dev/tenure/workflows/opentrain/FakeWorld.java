package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.BudgetSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The state of the marketplace in memory: one contract with its milestones and approvals. */
final class FakeWorld {
  static final String CONTRACT = "ctr_1";

  private final Map<String, ApprovalSnapshot> approvals = new LinkedHashMap<>();
  private final Map<String, MilestoneSnapshot> milestones = new LinkedHashMap<>();
  private @Nullable BigDecimal rate;
  private @Nullable BudgetSnapshot budget;
  private boolean exists;
  private boolean ended;
  private final Set<String> invisible = new HashSet<>();
  private ContractReading shown = new ContractReading.NotFound();
  private int late;
  private int made;

  synchronized boolean contractExists() {
    return exists;
  }

  synchronized boolean ended() {
    return ended;
  }

  synchronized void hire(@Nullable String name, Money amount) {
    exists = true;
    made = 1;
    put(new MilestoneSnapshot("mst_1", 1, name, "ACTIVE_FUNDED", amount, null, null, false));
  }

  synchronized MilestoneSnapshot create(CreateMilestone create) {
    int number = ++made;
    MilestonePlan plan = create.milestone();
    return put(
        new MilestoneSnapshot(
            "mst_" + number,
            number,
            plan.name(),
            "NOT_FUNDED",
            price(plan),
            null,
            create.tag(),
            false));
  }

  synchronized Optional<MilestoneSnapshot> tagged(String tag) {
    return milestones.values().stream().filter(m -> tag.equals(m.tag())).findFirst();
  }

  private Money price(MilestonePlan plan) {
    return rate == null || plan.volume() == null
        ? plan.amount()
        : Money.usd(rate.multiply(plan.volume()).toPlainString());
  }

  /** From now on the contract is paid by the hour. */
  synchronized void rate(String perHour) {
    rate = new BigDecimal(perHour);
  }

  synchronized void budget(String state, String funded, String consumed) {
    BigDecimal left = new BigDecimal(funded).subtract(new BigDecimal(consumed));
    budget =
        new BudgetSnapshot(
            state, new BigDecimal(funded), new BigDecimal(consumed), left.max(BigDecimal.ZERO));
  }

  synchronized void amount(String id, Money amount) {
    MilestoneSnapshot m = milestone(id);
    put(
        new MilestoneSnapshot(
            id,
            m.number(),
            m.name(),
            m.status(),
            amount,
            m.dueDate(),
            m.tag(),
            m.pendingApproval()));
  }

  synchronized MilestoneSnapshot addForeign(Money amount) {
    int number = ++made;
    return put(
        new MilestoneSnapshot(
            "mst_" + number, number, "theirs", "NOT_FUNDED", amount, null, null, false));
  }

  /** Somebody makes another milestone out of that one's description, tag and all. */
  synchronized MilestoneSnapshot copy(String id, Money amount) {
    int number = ++made;
    return put(
        new MilestoneSnapshot(
            "mst_" + number,
            number,
            "a copy",
            "NOT_FUNDED",
            amount,
            null,
            milestone(id).tag(),
            false));
  }

  private MilestoneSnapshot put(MilestoneSnapshot milestone) {
    milestones.put(milestone.id(), milestone);
    return milestone;
  }

  synchronized void status(String id, String status) {
    MilestoneSnapshot m = milestone(id);
    put(
        new MilestoneSnapshot(
            id, m.number(), m.name(), status, m.amount(), m.dueDate(), m.tag(), false));
  }

  /** Whether this amount lies in escrow for it or was paid. */
  synchronized boolean funded(String id, Money amount) {
    MilestoneSnapshot m = milestones.get(id);
    return m != null
        && (m.funded() || m.paid())
        && Objects.requireNonNull(m.amount()).equals(amount);
  }

  synchronized void deliver(String id) {
    MilestoneSnapshot m = milestones.get(id);
    if (m != null && m.funded()) {
      put(
          new MilestoneSnapshot(
              id, m.number(), m.name(), m.status(), m.amount(), m.dueDate(), m.tag(), true));
    }
  }

  /** Cancelled and refunded milestones are hidden. */
  synchronized void cancel(String id) {
    milestones.remove(id);
  }

  synchronized void end() {
    ended = true;
  }

  synchronized boolean nothingInEscrow() {
    return milestones.values().stream().noneMatch(MilestoneSnapshot::funded);
  }

  synchronized Optional<AskAnswer.Reason> fundingConflict(String id) {
    return conflict(id, MilestoneSnapshot::notFunded, AskAnswer.Reason.MILESTONE_NOT_FUNDABLE);
  }

  synchronized Optional<AskAnswer.Reason> releaseConflict(String id) {
    return conflict(id, MilestoneSnapshot::funded, AskAnswer.Reason.MILESTONE_NOT_FUNDED);
  }

  private Optional<AskAnswer.Reason> conflict(
      String id, Predicate<MilestoneSnapshot> fine, AskAnswer.Reason otherwise) {
    if (ended) {
      return Optional.of(AskAnswer.Reason.CONTRACT_ENDED);
    }
    MilestoneSnapshot milestone = milestones.get(id);
    if (milestone == null) {
      return Optional.of(AskAnswer.Reason.MILESTONE_CANCELLED);
    }
    return fine.test(milestone) ? Optional.empty() : Optional.of(otherwise);
  }

  private MilestoneSnapshot milestone(String id) {
    return Objects.requireNonNull(milestones.get(id), id);
  }

  /** The next reads of the contract do not know yet what happens from now on. */
  synchronized void late(int reads) {
    shown = current();
    late = reads;
  }

  synchronized ContractReading readContract() {
    if (exists && late > 0) {
      late--;
    } else {
      shown = current();
    }
    return shown;
  }

  /** Whether the contract can be seen under this id. */
  synchronized boolean visible(String contractId) {
    return !invisible.contains(contractId);
  }

  synchronized void show(String id) {
    invisible.remove(id);
  }

  private ContractReading current() {
    if (!exists) {
      return new ContractReading.NotFound();
    }
    return new ContractReading.Seen(
        new ContractSnapshot(
            CONTRACT,
            ended ? "ended" : "active",
            "job_1",
            "prp_1",
            rate == null ? "FIXED_PRICE" : "PAY_PER_HOUR",
            List.copyOf(milestones.values()),
            budget));
  }

  synchronized Optional<ApprovalSnapshot> pendingApproval(ApprovalKind kind, String subject) {
    return approvals.values().stream()
        .filter(a -> a.type().equals(kind.wire()) && a.status().equals("pending"))
        .filter(a -> subject.equals(a.milestoneId()) || a.milestoneId() == null)
        .findFirst();
  }

  synchronized ApprovalSnapshot openApproval(
      ApprovalKind kind, String subject, Instant created, Instant expires) {
    String id = "apr_" + (approvals.size() + 1);
    boolean milestone =
        kind == ApprovalKind.MILESTONE_FUND || kind == ApprovalKind.MILESTONE_APPROVE;
    ApprovalSnapshot approval =
        new ApprovalSnapshot(
            id,
            kind.wire(),
            "pending",
            null,
            milestone ? subject : null,
            "job_1",
            null,
            "https://market.example/approvals/" + id,
            created,
            expires,
            null,
            Map.of());
    approvals.put(id, approval);
    return approval;
  }

  /** Those that are final, as events name them. */
  synchronized List<ApprovalSnapshot> decided(ApprovalKind kind, String target, Instant since) {
    return approvals.values().stream()
        .filter(a -> a.type().equals(kind.wire()) && !a.status().equals("pending"))
        .filter(a -> a.milestoneId() == null || target.equals(a.milestoneId()))
        .filter(a -> !a.createdAt().isBefore(since))
        .toList();
  }

  /** False when it was final already. */
  synchronized boolean decide(String id, String status, Instant when) {
    ApprovalSnapshot a = Objects.requireNonNull(approvals.get(id), id);
    if (!a.status().equals("pending") || !when.isBefore(a.expiresAt())) {
      return false;
    }
    boolean hired =
        status.equals("confirmed") && a.type().equals(ApprovalKind.PROPOSAL_HIRE.wire());
    approvals.put(id, final_(a, status, when, hired ? CONTRACT : null));
    return true;
  }

  /** Somebody else's terms replaced the request before its time was up. */
  synchronized void replace(String id, Instant when) {
    ApprovalSnapshot a = Objects.requireNonNull(approvals.get(id), id);
    approvals.put(id, final_(a, "expired", when, null));
  }

  synchronized int approvalCount() {
    return approvals.size();
  }

  /** An approval or a contract that cannot be seen any more. */
  synchronized void hide(String id) {
    invisible.add(id);
  }

  synchronized ApprovalReading readApproval(String id, Instant now) {
    ApprovalSnapshot a = approvals.get(id);
    if (a == null || invisible.contains(id)) {
      return new ApprovalReading.LostSight();
    }
    if (a.status().equals("pending") && !now.isBefore(a.expiresAt())) {
      approvals.put(id, final_(a, "expired", now, null));
    }
    return new ApprovalReading.Seen(Objects.requireNonNull(approvals.get(id)));
  }

  private static ApprovalSnapshot final_(
      ApprovalSnapshot a, String status, Instant when, @Nullable String contractId) {
    return new ApprovalSnapshot(
        a.id(),
        a.type(),
        status,
        contractId,
        a.milestoneId(),
        a.jobId(),
        a.proposalId(),
        a.url(),
        a.createdAt(),
        a.expiresAt(),
        when,
        Map.of());
  }
}
