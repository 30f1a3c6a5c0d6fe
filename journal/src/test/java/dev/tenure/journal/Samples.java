package dev.tenure.journal;

import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.record.Insertion;
import dev.tenure.journal.record.NewHire;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.ApprovalTerms;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.Policies;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Things for tests, each with ids of its own. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-11-01T10:00:00.123Z");

  private Samples() {}

  public static String unique(String prefix) {
    return prefix + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  public static HirePlan plan(String proposalId) {
    return new HirePlan(
        "default",
        proposalId,
        "REQ-" + proposalId,
        Map.of("team", "vision", "proposal", proposalId),
        List.of(
            new MilestonePlan("m1", "Batch 1", null, Money.usd("450"), null, FundRule.atStart()),
            new MilestonePlan(
                "m2", null, "5k night frames", Money.usd("250"), null, FundRule.afterPaid("m1"))),
        Money.usd("1000"),
        false,
        Policies.DEFAULT);
  }

  public static NewHire hire(String proposalId, @Nullable String replaces) {
    return new NewHire(
        unique("hir"),
        plan(proposalId),
        "digest",
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        replaces,
        "lena",
        null,
        null);
  }

  public static HireView entered(HireRecords records) {
    return switch (records.insert(hire(unique("prp"), null))) {
      case Insertion.Inserted(HireView view) -> view;
      case Insertion other -> throw new AssertionError("not inserted: " + other);
    };
  }

  public static HireDocument header(HireView hire, HireStatus status, long version) {
    return header(hire, status, version, null);
  }

  public static HireDocument header(
      HireView hire, HireStatus status, long version, @Nullable String contractId) {
    HireDocument first = hire.document();
    MoneyTotals money = first.money();
    return new HireDocument(
        first.id(),
        first.account(),
        first.proposalId(),
        first.generation(),
        status,
        contractId,
        null,
        List.of(),
        money,
        List.of(),
        version,
        first.createdAt(),
        NOW,
        status.closed() ? NOW : null);
  }

  public static ApprovalDocument approval(String id, ApprovalStatus status, long version) {
    return approval(id, status, version, NOW.plusSeconds(3600));
  }

  public static ApprovalDocument approval(
      String id, ApprovalStatus status, long version, Instant expiresAt) {
    return new ApprovalDocument(
        id,
        ApprovalKind.PROPOSAL_HIRE,
        status,
        "m1",
        Money.usd("450"),
        Money.usd("54.95"),
        "https://example.test/approve/" + id,
        1,
        NOW,
        expiresAt,
        null,
        Map.of(),
        version);
  }

  /** An approval that is the engine's own. */
  public static ApprovalDocument decidedHere(
      String id,
      ApprovalStatus status,
      long version,
      String digest,
      @Nullable ApprovalTerms terms) {
    return new ApprovalDocument(
        id,
        ApprovalKind.MILESTONE_FUND,
        status,
        "m1",
        Money.usd("450"),
        null,
        "/approvals/" + id,
        1,
        NOW,
        NOW.plusSeconds(3600),
        null,
        Map.of(),
        version,
        digest,
        null,
        terms);
  }

  public static ApprovalTerms terms(String description) {
    return new ApprovalTerms(
        "Parser",
        description,
        Money.usd("450"),
        null,
        new OpenContractMilestone(
            List.of("It compiles"),
            null,
            OpenContractMilestone.MATCH_WITHIN,
            OpenContractMilestone.DELIVER_WITHIN,
            OpenContractMilestone.REVIEW_WITHIN,
            null),
        null,
        null);
  }

  public static HireEvent event(long number) {
    return new HireEvent(number, "sample.event", NOW, "Event " + number, null, null, Map.of());
  }

  public static RecordBatch batch(HireView hire, String runId, long version, HireEvent... events) {
    return batch(hire, runId, null, header(hire, HireStatus.ACTIVE, version), List.of(), events);
  }

  public static RecordBatch batch(
      HireView hire,
      String runId,
      @Nullable String continuedFrom,
      HireDocument header,
      List<ApprovalDocument> approvals,
      HireEvent... events) {
    return new RecordBatch(
        hire.id(), runId, continuedFrom, header, List.of(), approvals, List.of(), List.of(events));
  }

  public static MarketplaceNotification notificationOf(
      @Nullable String approvalId, @Nullable String proposalId) {
    return new MarketplaceNotification(
        unique("evt"), "approval.confirmed", approvalId, null, null, proposalId);
  }
}
