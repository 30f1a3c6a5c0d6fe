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
import java.util.UUID;

/** A hire midway, written straight into the journal: m1 paid, m2 to be funded, m3 planned. */
record StoredHire(String id, String reference) {

  static StoredHire in(Front front, String reference) {
    String id = "hir_" + UUID.randomUUID().toString().substring(0, 12);
    HirePlan plan = plan(reference);
    Instant made = now().minus(Duration.ofDays(9));
    front.bean(HireRecords.class).insert(new NewHire(id, plan, id, made, null, null, null, null));
    front.bean(HireRecords.class).record(batch(id, plan, made));
    return new StoredHire(id, reference);
  }

  private static HirePlan plan(String reference) {
    return new HirePlan(
        "default",
        "prp_" + UUID.randomUUID().toString().substring(0, 8),
        reference,
        Map.of("team", "vision", "quarter", "Q4"),
        List.of(
            plan("m1", "Batch 1", "10,000 dashcam frames, labelled", "450.00", FundRule.atStart()),
            plan("m2", "Batch 2", "5,000 night frames", "1250.00", FundRule.afterPaid("m1")),
            plan("m3", "Review", "A second look", "180.00", FundRule.afterPaid("m2"))),
        Money.usd("2500.00"),
        false,
        Policies.DEFAULT);
  }

  private static MilestonePlan plan(
      String key, String name, String description, String amount, FundRule fund) {
    return new MilestonePlan(key, name, description, Money.usd(amount), null, fund);
  }

  private static RecordBatch batch(String id, HirePlan plan, Instant made) {
    var milestones =
        List.of(
            milestone(plan, 0, MilestoneState.PAID),
            milestone(plan, 1, MilestoneState.AWAITING_FUNDING),
            milestone(plan, 2, MilestoneState.PLANNED));
    return new RecordBatch(
        id,
        "run-" + id,
        null,
        header(id, plan, made),
        milestones,
        List.of(hired(id, made), funding(id)),
        List.of(incident()),
        events(made));
  }

  private static HireDocument header(String id, HirePlan plan, Instant made) {
    return new HireDocument(
        id,
        plan.account(),
        plan.proposalId(),
        1,
        HireStatus.ACTIVE,
        "ctr_7",
        "job_2",
        List.of(
            new Wait(
                WaitKind.APPROVAL, approvalId(id), "m2", null, url(id), now().plusSeconds(7_300)),
            new Wait(WaitKind.RESOLUTION, null, null, "inc_1", null, null)),
        new MoneyTotals(
            plan.cap(),
            Money.usd("450.00"),
            Money.usd("450.00"),
            Money.usd("54.95"),
            Money.usd("2077.95")),
        List.of(
            AllowedAction.of(ActionKind.DROP, "m3"),
            AllowedAction.of(ActionKind.PAUSE, null),
            AllowedAction.of(ActionKind.END, null),
            new AllowedAction(
                ActionKind.RESOLVE, "inc_1", List.of(Resolution.RETRY, Resolution.ABORT))),
        50,
        made,
        now().minus(Duration.ofHours(3)),
        null);
  }

  private static MilestoneDocument milestone(HirePlan plan, int index, MilestoneState state) {
    return MilestoneDocument.planned(plan.milestones().get(index), index + 1)
        .withState(state)
        .at(50);
  }

  private static ApprovalDocument hired(String id, Instant made) {
    return new ApprovalDocument(
        "apr_h_" + id,
        ApprovalKind.PROPOSAL_HIRE,
        ApprovalStatus.CONFIRMED,
        "m1",
        Money.usd("450.00"),
        Money.usd("54.95"),
        url(id),
        1,
        made,
        made.plus(Duration.ofDays(3)),
        made.plus(Duration.ofHours(5)),
        Map.of(),
        10);
  }

  private static ApprovalDocument funding(String id) {
    return new ApprovalDocument(
        approvalId(id),
        ApprovalKind.MILESTONE_FUND,
        ApprovalStatus.PENDING,
        "m2",
        Money.usd("1250.00"),
        Money.usd("125.00"),
        url(id),
        2,
        now().minus(Duration.ofHours(3)),
        now().plusSeconds(7_300),
        null,
        Map.of(),
        50);
  }

  private static IncidentDocument incident() {
    return new IncidentDocument(
        "inc_1",
        IncidentCause.PAYMENT_METHOD_REQUIRED,
        "The marketplace has no card on file, and the credits do not cover $1,375.00.",
        "m2",
        "https://market.example/billing",
        List.of(Resolution.RETRY, Resolution.ABORT),
        now().minus(Duration.ofHours(3)),
        null,
        null,
        50);
  }

  private static List<HireEvent> events(Instant made) {
    return List.of(
        event(1, "hire.requested", made, "The hire was requested."),
        event(2, "approval.requested", made.plusSeconds(2), "A person was asked to hire."),
        event(3, "hire.confirmed", made.plusSeconds(18_000), "A person confirmed the hire."),
        event(
            4, "milestone.paid", made.plus(Duration.ofDays(8)), "m1 (Batch 1) was paid: $450.00."),
        event(
            5,
            "incident.opened",
            now().minus(Duration.ofHours(3)),
            "Nobody can pay <b>yet</b>: no card on file."));
  }

  private static HireEvent event(long number, String type, Instant at, String summary) {
    return new HireEvent(number, type, at, summary, null, null, Map.of());
  }

  private static String approvalId(String id) {
    return "apr_f_" + id;
  }

  private static String url(String id) {
    return "https://market.example/approvals/" + approvalId(id);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
