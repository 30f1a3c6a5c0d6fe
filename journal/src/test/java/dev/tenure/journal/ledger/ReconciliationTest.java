package dev.tenure.journal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.Samples;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HirePlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of a plan with m1 of $450 and m2 of $250: m1 costs 504.95 with its fees, m2 275. */
class ReconciliationTest {

  private static final Instant DECIDED = Instant.parse("2026-11-01T10:00:00Z");

  private final List<ApprovalDocument> confirmed = new ArrayList<>();
  private final List<LedgerEntry> entries = new ArrayList<>();
  private MilestoneState first = MilestoneState.FUNDED;
  private MilestoneState second = MilestoneState.PLANNED;
  private @Nullable Instant readAt = DECIDED.plusSeconds(5);

  @Test
  void aHirePaidFromCreditsIsMatchedAndItsFeesAreBooked() {
    hired();
    entry("e1", "HOLD", -504_95, "mst_1");
    entry("e2", "CAPTURE", -54_95, "mst_1");
    assertThat(lines()).containsExactly("funding m1 matched");
    assertThat(reconciled().feesBooked()).isEqualTo(Money.usd("54.95"));
    assertThat(reconciled().lines().getFirst().entries()).containsExactly("e1");
  }

  @Test
  void aWholeHireIsMatchedLineByLine() {
    hired();
    confirm("apr_2", ApprovalKind.MILESTONE_FUND, "m2", Map.of("invoiceId", "inv_2"));
    confirm("apr_3", ApprovalKind.MILESTONE_APPROVE, "m1", Map.of("invoiceId", "inv_1"));
    confirm("apr_4", ApprovalKind.MILESTONE_APPROVE, "m2", Map.of("invoiceId", "inv_2"));
    first = MilestoneState.PAID;
    second = MilestoneState.PAID;
    paidFromCredits();
    assertThat(lines())
        .containsExactly(
            "funding m1 matched", "payout m1 matched", "funding m2 matched", "payout m2 matched");
    assertThat(reconciled().status()).isEqualTo(Reconciliation.Status.MATCHED);
    assertThat(reconciled().feesBooked()).isEqualTo(Money.usd("79.95"));
    assertThat(reconciled().lines())
        .extracting(LedgerLine::approvalId)
        .containsExactly("apr_1", "apr_3", "apr_2", "apr_4");
  }

  @Test
  void feesThatAreCapturedOnlyWithThePayoutMatchAsWell() {
    hired();
    confirm("apr_3", ApprovalKind.MILESTONE_APPROVE, "m1", Map.of());
    first = MilestoneState.PAID;
    entry("e1", "HOLD", -504_95, "mst_1");
    entry("e2", "CAPTURE", -504_95, "mst_1");
    assertThat(lines()).containsExactly("funding m1 matched", "payout m1 matched");
  }

  @Test
  void anotherAmountIsDifferentToTheCentAndKeepsTheFeesOpen() {
    hired();
    entry("e1", "HOLD", -505_00, "mst_1");
    LedgerLine line = reconciled().lines().getFirst();
    assertThat(line.match()).isEqualTo(Match.DIFFERENT);
    assertThat(line.difference()).isEqualTo(Money.usd("0.05"));
    assertThat(line.words()).isEqualTo("Booked $505.00, expected $504.95.");
    assertThat(reconciled().feesBooked()).isNull();
    assertThat(reconciled().status()).isEqualTo(Reconciliation.Status.DIFFERS);
  }

  @Test
  void aFundingWithoutCardEvidenceAndWithoutEntryIsMissing() {
    hired();
    entry("e1", "HOLD", -504_95, "mst_1");
    confirm("apr_2", ApprovalKind.MILESTONE_FUND, "m2", Map.of("invoiceId", "inv_2"));
    second = MilestoneState.FUNDED;
    LedgerLine line = reconciled().lines().getLast();
    assertThat(line.match()).isEqualTo(Match.MISSING);
    assertThat(line.difference()).isEqualTo(Money.usd("-275.00"));
    assertThat(line.invoiceId()).isEqualTo("inv_2");
  }

  @Test
  void aFundingByCardIsNotVisibleAndNamesItsInvoice() {
    hired();
    entry("e1", "HOLD", -504_95, "mst_1");
    Map<String, String> card = Map.of("invoiceId", "inv_2", "paymentIntentId", "pi_1");
    confirm("apr_2", ApprovalKind.MILESTONE_FUND, "m2", card);
    confirm("apr_4", ApprovalKind.MILESTONE_APPROVE, "m2", Map.of("invoiceId", "inv_2"));
    second = MilestoneState.PAID;
    assertThat(lines())
        .containsExactly("funding m1 matched", "funding m2 not_visible", "payout m2 not_visible");
    assertThat(reconciled().lines().get(1).words()).contains("paid by card").contains("inv_2");
    assertThat(reconciled().status()).isEqualTo(Reconciliation.Status.NOT_VISIBLE);
    assertThat(reconciled().feesBooked()).isNull();
  }

  @Test
  void aHireThatTheLedgerDoesNotShowWasPaidByCard() {
    hired();
    assertThat(lines()).containsExactly("funding m1 not_visible");
  }

  @Test
  void beforeTheLedgerWasReadNothingIsCalledMissing() {
    hired();
    readAt = DECIDED.minusSeconds(1);
    assertThat(lines()).containsExactly("funding m1 not_read");
    readAt = null;
    assertThat(lines()).containsExactly("funding m1 not_read");
    assertThat(reconciled().status()).isEqualTo(Reconciliation.Status.NOT_READ);
  }

  @Test
  void aCancelledMilestonesAmountComesBackAndItsFeesStay() {
    hired();
    first = MilestoneState.CANCELLED;
    entry("e1", "HOLD", -504_95, "mst_1");
    entry("e2", "CAPTURE", -54_95, "mst_1");
    entry("e3", "HOLD_RELEASE", 450_00, "mst_1");
    assertThat(lines()).containsExactly("funding m1 matched", "return m1 matched");
    assertThat(reconciled().feesBooked()).isEqualTo(Money.usd("54.95"));
  }

  @Test
  void aCancelledMilestoneOfWhichNothingComesBackIsMissingItsReturn() {
    hired();
    first = MilestoneState.CANCELLED;
    entry("e1", "HOLD", -504_95, "mst_1");
    assertThat(lines()).containsExactly("funding m1 matched", "return m1 missing");
  }

  @Test
  void whatNobodyExpectedIsUnexpected() {
    hired();
    entry("e1", "HOLD", -504_95, "mst_1");
    entry("e2", "CAPTURE", -504_95, "mst_1");
    entry("e3", "HOLD", -275_00, "mst_2");
    entry("e4", "ADJUSTMENT", 1_00, "mst_2");
    entry("e5", "HOLD", -9_00, "mst_unknown");
    assertThat(lines())
        .containsExactly(
            "funding m1 matched",
            "payout m1 unexpected",
            "funding m2 unexpected",
            "other m2 unexpected",
            "other null unexpected");
    assertThat(reconciled().lines().get(1).difference()).isEqualTo(Money.usd("450.00"));
  }

  @Test
  void anEntryWithoutAMilestoneBelongsToThatOfItsHoldOrToTheHiresOwn() {
    hired();
    entry("e1", "HOLD", -504_95, null);
    entries.add(booked("e2", "CAPTURE", -54_95, null, "e1"));
    assertThat(lines()).containsExactly("funding m1 matched");
    assertThat(reconciled().feesBooked()).isEqualTo(Money.usd("54.95"));
  }

  @Test
  void whatWasDoneInTheAppIsExpectedWithoutAnApproval() {
    hired();
    second = MilestoneState.FUNDED;
    entry("e1", "HOLD", -504_95, "mst_1");
    entry("e2", "HOLD", -275_00, "mst_2");
    LedgerLine line = reconciled().lines().getLast();
    assertThat(line.match()).isEqualTo(Match.MATCHED);
    assertThat(line.approvalId()).isNull();
  }

  @Test
  void aChargeThatFailedAndCameBackIsNothingToLookInto() {
    hired();
    entry("e1", "HOLD", -504_95, "mst_1");
    entry("e2", "HOLD", -275_00, "mst_2");
    entry("e3", "HOLD_RELEASE", 275_00, "mst_2");
    assertThat(lines()).containsExactly("funding m1 matched");
  }

  @Test
  void beforeAnythingIsFundedThereIsNothingToMatch() {
    first = MilestoneState.PLANNED;
    assertThat(reconciled().lines()).isEmpty();
    assertThat(reconciled().status()).isEqualTo(Reconciliation.Status.EMPTY);
    assertThat(reconciled().feesBooked()).isNull();
  }

  private void hired() {
    confirm("apr_1", ApprovalKind.PROPOSAL_HIRE, "m1", Map.of("contractId", "ctr_1"));
  }

  private void paidFromCredits() {
    entry("e1", "HOLD", -504_95, "mst_1");
    entry("e2", "CAPTURE", -54_95, "mst_1");
    entry("e3", "HOLD", -275_00, "mst_2");
    entry("e4", "CAPTURE", -25_00, "mst_2");
    entry("e5", "CAPTURE", -450_00, "mst_1");
    entry("e6", "CAPTURE", -250_00, "mst_2");
  }

  private void confirm(
      String id, ApprovalKind kind, String milestone, Map<String, String> evidence) {
    confirmed.add(
        new ApprovalDocument(
            id,
            kind,
            ApprovalStatus.CONFIRMED,
            milestone,
            null,
            null,
            "https://example.test/" + id,
            1,
            DECIDED.minusSeconds(60),
            DECIDED.plusSeconds(60),
            DECIDED,
            evidence,
            confirmed.size() + 1L));
  }

  private void entry(String id, String type, long cents, @Nullable String milestoneId) {
    entries.add(booked(id, type, cents, milestoneId, null));
  }

  private static LedgerEntry booked(
      String id,
      String type,
      long cents,
      @Nullable String milestoneId,
      @Nullable String holdEntryId) {
    return new LedgerEntry(
        id,
        type,
        new Money(BigDecimal.valueOf(cents, 2), Money.USD),
        DECIDED,
        holdEntryId,
        "prp_1",
        "ctr_1",
        milestoneId,
        null);
  }

  private List<String> lines() {
    return reconciled().lines().stream()
        .map(line -> line.movement().wire() + " " + line.milestone() + " " + line.match().wire())
        .toList();
  }

  private Reconciliation reconciled() {
    HirePlan plan = Samples.plan("prp_1");
    List<MilestoneDocument> milestones =
        List.of(
            at(MilestoneDocument.planned(plan.milestones().get(0), 1), "mst_1", 1, first),
            at(MilestoneDocument.planned(plan.milestones().get(1), 2), "mst_2", 2, second));
    return Reconciliation.of(new LedgerFacts(plan, milestones, confirmed, entries, readAt));
  }

  private static MilestoneDocument at(
      MilestoneDocument milestone, String id, int number, MilestoneState state) {
    return milestone
        .withMarketplace(id, number, milestone.name(), milestone.amount(), null)
        .withState(state);
  }
}
