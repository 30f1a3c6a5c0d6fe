package dev.tenure.lifecycle.opentrain.hire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of m1 at $450 (504.95 with fees), m2 at $250 (275) and m3 at $100 (110). */
class OpenTrainTotalsTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  private final OpenTrainHire hire =
      OpenTrainHire.requested(
          "hir_1",
          1,
          new HirePlan(
              "default",
              "prp_1",
              null,
              Map.of(),
              List.of(
                  plan("m1", "450", FundRule.atStart()),
                  plan("m2", "250", FundRule.afterPaid("m1")),
                  plan("m3", "100", FundRule.afterPaid("m2"))),
              Money.usd("1000"),
              false,
              Policies.DEFAULT),
          NOW);

  @Test
  void whatIsPlannedCountsToTheWorstCaseAlone() {
    move("m1", Stage.FUNDED);

    assertThat(OpenTrainTotals.of(hire))
        .isEqualTo(
            new MoneyTotals(
                Money.usd("1000"),
                Money.usd("450"),
                Money.usd("0"),
                Money.usd("54.95"),
                Money.usd("889.95")));
  }

  @Test
  void whatWasDroppedCostsNothing() {
    move("m1", Stage.PAID);
    hire.milestone("m2").dropped = true;
    hire.milestone("m3").dropped = true;

    assertThat(OpenTrainTotals.of(hire).paid()).isEqualTo(Money.usd("450"));
    assertThat(OpenTrainTotals.of(hire).worstCase()).isEqualTo(Money.usd("504.95"));
  }

  @Test
  void whatWasDroppedAndFundedByPeopleCountsAgain() {
    hire.milestone("m2").dropped = true;
    move("m2", Stage.FUNDED);

    assertThat(OpenTrainTotals.of(hire).worstCase()).isEqualTo(Money.usd("889.95"));
  }

  @Test
  void whatTheMarketplacePricesOtherwiseCountsAtItsPrice() {
    hire.milestone("m2").terms = plan("m2", "263.49", FundRule.afterPaid("m1"));

    assertThat(OpenTrainTotals.of(hire).worstCase()).isEqualTo(Money.usd("904.79"));
  }

  @Test
  void theFeesOfWhatWasCancelledAfterItsFundingStay() {
    move("m1", Stage.PAID);
    move("m2", Stage.FUNDED);
    move("m2", Stage.GONE);

    assertThat(OpenTrainTotals.of(hire).committed()).isEqualTo(Money.usd("450"));
    assertThat(OpenTrainTotals.of(hire).feesEstimated()).isEqualTo(Money.usd("79.95"));
    assertThat(OpenTrainTotals.of(hire).worstCase()).isEqualTo(Money.usd("639.95"));
  }

  @Test
  void whatWasCancelledBeforeItsFundingCostsNothing() {
    move("m1", Stage.PAID);
    move("m2", Stage.UNFUNDED);
    move("m2", Stage.GONE);

    assertThat(OpenTrainTotals.of(hire).feesEstimated()).isEqualTo(Money.usd("54.95"));
    assertThat(OpenTrainTotals.of(hire).worstCase()).isEqualTo(Money.usd("614.95"));
  }

  @Test
  void aMilestoneIsHeldAgainstTheCapWithAllThatComesBeforeItInThePlan() {
    assertThat(OpenTrainTotals.upTo(hire, hire.milestone("m1"))).isEqualTo(Money.usd("504.95"));
    assertThat(OpenTrainTotals.upTo(hire, hire.milestone("m2"))).isEqualTo(Money.usd("779.95"));
    assertThat(OpenTrainTotals.upTo(hire, hire.milestone("m3"))).isEqualTo(Money.usd("889.95"));
  }

  @Test
  void whatIsSpentOrMayBeConfirmedCountsWhereverItStandsInThePlan() {
    move("m1", Stage.FUNDED);
    assertThat(OpenTrainTotals.bound(hire)).isEqualTo(Money.usd("504.95"));
    OpenTrainCall.Ask ask =
        new OpenTrainCall.Ask(Step.fund("m3"), 1, "mst_3", null, false, Money.usd("100"), false);
    OpenTrainObservations.started(hire, ask, NOW);

    assertThat(OpenTrainTotals.upTo(hire, hire.milestone("m1"))).isEqualTo(Money.usd("614.95"));
    assertThat(OpenTrainTotals.bound(hire)).isEqualTo(Money.usd("614.95"));
  }

  @Test
  void theFirstMilestoneAlsoPaysForTheStartOfTheContract() {
    Money hundred = Money.usd("100");

    assertThat(OpenTrainTotals.fees(hire, hire.milestone("m1"), hundred))
        .isEqualTo(Money.usd("19.95"));
    assertThat(OpenTrainTotals.fees(hire, hire.milestone("m2"), hundred))
        .isEqualTo(Money.usd("10"));
    assertThat(OpenTrainTotals.ofHire(hundred)).isEqualTo(Money.usd("119.95"));
  }

  @Test
  void exactlyTheCapIsNotAboveIt() {
    assertThat(OpenTrainTotals.exceeds(Money.usd("1000.00"), Money.usd("1000"))).isFalse();
    assertThat(OpenTrainTotals.exceeds(Money.usd("1000.01"), Money.usd("1000"))).isTrue();
    assertThat(OpenTrainTotals.exceeds(Money.usd("1000.01"), null)).isFalse();
  }

  private void move(String key, Stage stage) {
    hire.milestone(key).moveTo(stage, 1);
  }

  private static MilestonePlan plan(String key, String amount, FundRule fund) {
    return new MilestonePlan(key, "Batch", null, Money.usd(amount), null, fund);
  }
}
