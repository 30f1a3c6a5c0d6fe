package dev.tenure.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.FundRule;
import dev.tenure.model.HirePlan;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.Money;
import dev.tenure.model.MoneyTotals;
import dev.tenure.model.Policies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of m1 at $450 (504.95 with fees) and m2 at $250 (275). */
class TotalsTest {

  private static final MilestonePlan FIRST =
      new MilestonePlan("m1", "Batch", null, Money.usd("450"), null, FundRule.atStart());
  private static final MilestonePlan SECOND =
      new MilestonePlan(
          "m2",
          null,
          "Hours",
          Money.usd("250"),
          null,
          FundRule.afterPaid("m1"),
          null,
          BigDecimal.TEN);
  private static final HirePlan PLAN =
      new HirePlan(
          "default",
          "prp_1",
          null,
          Map.of(),
          List.of(FIRST, SECOND),
          Money.usd("1000"),
          false,
          Policies.DEFAULT);

  private final List<ApprovalDocument> approvals = new ArrayList<>();

  @Test
  void whatIsPlannedCountsToTheWorstCaseAlone() {
    MoneyTotals totals = totals(MilestoneState.FUNDED, MilestoneState.PLANNED);
    assertThat(totals.committed()).isEqualTo(Money.usd("450"));
    assertThat(totals.feesEstimated()).isEqualTo(Money.usd("54.95"));
    assertThat(totals.worstCase()).isEqualTo(Money.usd("779.95"));
  }

  @Test
  void whatWasDroppedCostsNothing() {
    MoneyTotals totals = totals(MilestoneState.PAID, MilestoneState.DROPPED);
    assertThat(totals.paid()).isEqualTo(Money.usd("450"));
    assertThat(totals.worstCase()).isEqualTo(Money.usd("504.95"));
  }

  @Test
  void whatTheMarketplacePricesOtherwiseCountsAtItsPrice() {
    MilestoneDocument priced =
        planned(SECOND).withMarketplace("mst_2", 2, null, Money.usd("263.49"), null);
    MoneyTotals totals =
        Totals.of(PLAN, List.of(planned(FIRST).withState(MilestoneState.PAID), priced), List.of());
    assertThat(totals.worstCase()).isEqualTo(Money.usd("794.79"));
  }

  @Test
  void theFeesOfWhatWasCancelledAfterItsFundingStay() {
    approvals.add(approval(ApprovalKind.MILESTONE_FUND, ApprovalStatus.CONFIRMED));
    MoneyTotals totals = totals(MilestoneState.PAID, MilestoneState.CANCELLED);
    assertThat(totals.committed()).isEqualTo(Money.usd("450"));
    assertThat(totals.feesEstimated()).isEqualTo(Money.usd("79.95"));
    assertThat(totals.worstCase()).isEqualTo(Money.usd("529.95"));
  }

  @Test
  void whatWasCancelledBeforeItsFundingCostsNothing() {
    approvals.add(approval(ApprovalKind.MILESTONE_FUND, ApprovalStatus.DECLINED));
    MoneyTotals totals = totals(MilestoneState.PAID, MilestoneState.CANCELLED);
    assertThat(totals.feesEstimated()).isEqualTo(Money.usd("54.95"));
    assertThat(totals.worstCase()).isEqualTo(Money.usd("504.95"));
  }

  private MoneyTotals totals(MilestoneState first, MilestoneState second) {
    return Totals.of(
        PLAN,
        List.of(planned(FIRST).withState(first), planned(SECOND).withState(second)),
        approvals);
  }

  private static MilestoneDocument planned(MilestonePlan plan) {
    return MilestoneDocument.planned(plan, 1);
  }

  private static ApprovalDocument approval(ApprovalKind kind, ApprovalStatus status) {
    Instant now = Instant.parse("2026-11-01T10:00:00Z");
    return new ApprovalDocument(
        "apr_1", kind, status, "m2", null, null, "u", 1, now, now, now, Map.of(), 1);
  }
}
