package dev.tenure.lifecycle.hire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.Lifecycle;
import dev.tenure.lifecycle.call.Call;
import dev.tenure.lifecycle.call.Observation;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.marketplace.ContractReading;
import dev.tenure.lifecycle.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.marketplace.Tags;
import dev.tenure.model.FundRule;
import dev.tenure.model.HirePlan;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import dev.tenure.model.MoneyTotals;
import dev.tenure.model.Policies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of m1 at $450 (504.95 with fees) and m2 at $250 (275). */
class TotalsTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
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

  private final Hire hire =
      Hire.requested(
          "hir_1",
          1,
          new HirePlan(
              "default",
              "prp_1",
              null,
              Map.of(),
              List.of(FIRST, SECOND),
              Money.usd("1000"),
              false,
              Policies.DEFAULT),
          NOW);

  @Test
  void whatIsPlannedCountsToTheWorstCaseAlone() {
    shows(first("ACTIVE_FUNDED"));

    assertThat(totals().committed()).isEqualTo(Money.usd("450"));
    assertThat(totals().feesEstimated()).isEqualTo(Money.usd("54.95"));
    assertThat(totals().worstCase()).isEqualTo(Money.usd("779.95"));
  }

  @Test
  void whatWasDroppedCostsNothing() {
    shows(first("PAID"));
    Lifecycle.command(hire, new CommandRequest("k1", new Command.Drop("m2")), NOW);

    assertThat(totals().paid()).isEqualTo(Money.usd("450"));
    assertThat(totals().worstCase()).isEqualTo(Money.usd("504.95"));
  }

  @Test
  void whatTheMarketplacePricesOtherwiseCountsAtItsPrice() {
    shows(first("PAID"), second("NOT_FUNDED", "263.49"));

    assertThat(totals().worstCase()).isEqualTo(Money.usd("794.79"));
  }

  @Test
  void theFeesOfWhatWasCancelledAfterItsFundingStay() {
    shows(first("PAID"), second("ACTIVE_FUNDED", "250"));
    shows(first("PAID"));
    shows(first("PAID"));

    assertThat(totals().committed()).isEqualTo(Money.usd("450"));
    assertThat(totals().feesEstimated()).isEqualTo(Money.usd("79.95"));
    assertThat(totals().worstCase()).isEqualTo(Money.usd("529.95"));
  }

  @Test
  void whatWasCancelledBeforeItsFundingCostsNothing() {
    shows(first("PAID"), second("NOT_FUNDED", "250"));
    shows(first("PAID"));
    shows(first("PAID"));

    assertThat(totals().feesEstimated()).isEqualTo(Money.usd("54.95"));
    assertThat(totals().worstCase()).isEqualTo(Money.usd("504.95"));
  }

  @Test
  void whatSomebodyElseMadeCounts() {
    shows(
        first("PAID"),
        new MilestoneSnapshot(
            "mst_9", 3, "theirs", "NOT_FUNDED", Money.usd("100"), null, null, false));

    assertThat(totals().worstCase()).isEqualTo(Money.usd("889.95"));
  }

  private MoneyTotals totals() {
    return Totals.of(hire);
  }

  private void shows(MilestoneSnapshot... milestones) {
    Call read = new Call.ReadContract(false);
    Lifecycle.start(hire, read, NOW);
    ContractSnapshot contract =
        new ContractSnapshot(
            "ctr_1", "active", "job_1", "prp_1", "FIXED_PRICE", List.of(milestones));
    Lifecycle.observe(
        hire, new Observation.ContractRead(read, new ContractReading.Seen(contract)), NOW);
  }

  private static MilestoneSnapshot first(String status) {
    return new MilestoneSnapshot(
        "mst_1", 1, "Batch", status, Money.usd("450"), null, null, false);
  }

  private static MilestoneSnapshot second(String status, String amount) {
    return new MilestoneSnapshot(
        "mst_2", 2, null, status, Money.usd(amount), null, Tags.of("hir_1", "m2"), false);
  }
}
