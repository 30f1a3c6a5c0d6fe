package dev.tenure.api;

import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.record.NewHire;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Fees;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hires that wait for an approval each, written straight into the journal. Number n asks for $100
 * and n cents; its deadline is n * 20 minutes away.
 */
final class StoredHires {

  private static final List<Waits> FOR_APPROVALS =
      List.of(Waits.HIRE, Waits.FUND, Waits.RELEASE, Waits.CANCELLING);
  private static final List<String> TRAINERS = List.of("Ada", "Grace", "Katherine", "Mary");

  private final Front front;

  StoredHires(Front front) {
    this.front = front;
  }

  /** What a stored hire waits for. */
  enum Waits {
    /** For the approval of the hire itself. */
    HIRE,
    /** For the funding of m2; m1 is paid. */
    FUND,
    /** For the release of m1, which is delivered. */
    RELEASE,
    /** For the approval of the hire, which is being cancelled. */
    CANCELLING,
    /** For the delivery of m1, which is funded. */
    WORK
  }

  /** Hires 1 to n, one kind after the other. */
  void many(int count) {
    IntStream.rangeClosed(1, count)
        .forEach(i -> one(i, FOR_APPROVALS.get(i % FOR_APPROVALS.size()), List.of()));
  }

  static String reference(int number) {
    return "REQ-%04d".formatted(number);
  }

  static String id(int number) {
    return "hir_many%06d".formatted(number);
  }

  /** A hire with these incidents open. */
  String one(int number, Waits waits, List<IncidentDocument> incidents) {
    Instant made = now().minus(Duration.ofDays(2));
    HirePlan plan = plan(number);
    front
        .bean(HireRecords.class)
        .insert(new NewHire(id(number), plan, id(number), made, null, null, null, null));
    ApprovalStatus status = waits == Waits.WORK ? ApprovalStatus.CONFIRMED : ApprovalStatus.PENDING;
    store(number, waits, approval(number, waits, status, 5), incidents, 5);
    return id(number);
  }

  /** The approval that a hire waits for is decided. */
  void decide(int number, Waits waits, ApprovalStatus status) {
    store(number, waits, approval(number, waits, status, 6), List.of(), 6);
  }

  static IncidentDocument incident(
      IncidentCause cause, @Nullable String fixUrl, Resolution... actions) {
    return new IncidentDocument(
        "inc_" + cause.wire(),
        cause,
        "What happened, and what to do about it.",
        "m2",
        fixUrl,
        List.of(actions),
        now().minus(Duration.ofHours(3)),
        null,
        null,
        5);
  }

  private void store(
      int number,
      Waits waits,
      ApprovalDocument approval,
      List<IncidentDocument> incidents,
      long version) {
    HirePlan plan = plan(number);
    front
        .bean(HireRecords.class)
        .record(
            new RecordBatch(
                id(number),
                "run-" + id(number),
                null,
                header(number, plan, waits, approval, version),
                milestones(plan, waits, version),
                List.of(approval),
                incidents,
                List.of(
                    new HireEvent(
                        version,
                        "approval." + approval.status().wire(),
                        now(),
                        "The approval is " + approval.status().wire() + ".",
                        null,
                        null,
                        Map.of()))));
  }

  private static HirePlan plan(int number) {
    Money first = Money.ofMinor(10_000 + number, Money.USD);
    return new HirePlan(
        "default",
        "prp_many%06d".formatted(number),
        reference(number),
        Map.of("team", number % 2 == 0 ? "vision" : "speech", "trainer", trainer(number)),
        List.of(
            new MilestonePlan(
                "m1", "Batch 1", "First frames, labelled", first, null, FundRule.atStart()),
            new MilestonePlan(
                "m2",
                "Night frames",
                "5,000 night frames with every sign and pedestrian, checked twice by a second"
                    + " person, delivered as one archive with a manifest",
                first,
                null,
                FundRule.afterPaid("m1"))),
        Money.usd("1000.00"),
        false,
        Policies.DEFAULT);
  }

  private static String trainer(int number) {
    return TRAINERS.get(number % TRAINERS.size());
  }

  private static HireDocument header(
      int number, HirePlan plan, Waits waits, ApprovalDocument approval, long version) {
    boolean contract = waits != Waits.HIRE && waits != Waits.CANCELLING;
    Money zero = Money.zero(Money.USD);
    Money first = plan.first().amount();
    return new HireDocument(
        id(number),
        plan.account(),
        plan.proposalId(),
        1,
        switch (waits) {
          case HIRE -> HireStatus.AWAITING_APPROVAL;
          case CANCELLING -> HireStatus.CANCELLING;
          case FUND, RELEASE, WORK -> HireStatus.ACTIVE;
        },
        contract ? "ctr_%d".formatted(number) : null,
        contract ? "job_" + number % 7 : null,
        approval.pending()
            ? List.of(
                new Wait(
                    WaitKind.APPROVAL,
                    approval.id(),
                    approval.milestone(),
                    null,
                    approval.url(),
                    approval.expiresAt()))
            : List.of(),
        new MoneyTotals(
            plan.cap(),
            contract ? first : zero,
            waits == Waits.FUND ? first : zero,
            contract ? Fees.ofHire(first) : zero,
            Fees.worstCase(List.of(first, first))),
        contract
            ? List.of(
                AllowedAction.of(ActionKind.RELEASE, "m1"),
                AllowedAction.of(ActionKind.FUND, "m2"),
                AllowedAction.of(ActionKind.CHANGE, null),
                AllowedAction.of(ActionKind.END, null))
            : List.of(AllowedAction.of(ActionKind.CANCEL, null)),
        version,
        now().minus(Duration.ofDays(2)),
        now(),
        null);
  }

  private static List<MilestoneDocument> milestones(HirePlan plan, Waits waits, long version) {
    MilestoneState first =
        switch (waits) {
          case HIRE, CANCELLING -> MilestoneState.AWAITING_FUNDING;
          case FUND -> MilestoneState.PAID;
          case RELEASE -> MilestoneState.AWAITING_RELEASE;
          case WORK -> MilestoneState.FUNDED;
        };
    MilestoneState second =
        waits == Waits.FUND ? MilestoneState.AWAITING_FUNDING : MilestoneState.PLANNED;
    return List.of(
        MilestoneDocument.planned(plan.milestones().get(0), 1).withState(first).at(version),
        MilestoneDocument.planned(plan.milestones().get(1), 2).withState(second).at(version));
  }

  private static ApprovalDocument approval(
      int number, Waits waits, ApprovalStatus status, long version) {
    Money amount = plan(number).first().amount();
    return new ApprovalDocument(
        "apr_many" + number,
        switch (waits) {
          case HIRE, CANCELLING, WORK -> ApprovalKind.PROPOSAL_HIRE;
          case FUND -> ApprovalKind.MILESTONE_FUND;
          case RELEASE -> ApprovalKind.MILESTONE_APPROVE;
        },
        status,
        waits == Waits.FUND ? "m2" : "m1",
        amount,
        switch (waits) {
          case HIRE, CANCELLING, WORK -> Fees.ofHire(amount);
          case FUND -> Fees.ofFunding(amount);
          case RELEASE -> null;
        },
        "https://market.example/approvals/apr_many" + number,
        1,
        now().minus(Duration.ofHours(3)),
        now().plus(Duration.ofMinutes(20L * number)),
        status == ApprovalStatus.PENDING ? null : now(),
        Map.of(),
        version);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
