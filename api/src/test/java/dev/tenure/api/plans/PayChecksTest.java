package dev.tenure.api.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.plans.HirePlanJson.CheckJson;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayChecksTest {

  private static final ProposalRate HOURLY = new ProposalRate(new BigDecimal("25.50"), "PER_HOUR");
  private static final ProposalRate FIXED = new ProposalRate(new BigDecimal("500"), "FIXED");

  @Test
  void aVolumeIsPricedByTheRateAndTheWorstCaseTakesTheHigherPrice() {
    Price price = price(HOURLY, "200", "10.333", null);
    assertThat(price.marketplacePrice(price.plan().milestones().getLast()))
        .isEqualTo(Money.usd("263.49"));
    assertThat(price.total()).isEqualTo(Money.usd("724.95"));
    assertThat(price.worstCase()).isEqualTo(Money.usd("794.79"));
  }

  @Test
  void aLowerPriceOfTheMarketplaceDoesNotLowerTheWorstCase() {
    Price price = price(HOURLY, "200", "1", null);
    assertThat(price.worstCase()).isEqualTo(price.total());
  }

  @Test
  void anAmountThatIsNotRateTimesVolumeIsRed() {
    assertThat(told(price(HOURLY, "200", "10", null)))
        .containsExactly("rate green", "price red", "cap green");
    assertThat(told(price(HOURLY, "255", "10", null))).containsExactly("rate green", "cap green");
  }

  @Test
  void aCapBelowTheMarketplacesOwnPriceIsRedThoughItCoversTheAmounts() {
    assertThat(told(price(HOURLY, "200", "10.333", "724.95")))
        .containsExactly("rate green", "price red", "cap red");
  }

  @Test
  void aVolumeWithoutARateIsRed() {
    assertThat(told(price(new ProposalRate(null, "PER_LABEL"), "200", "10", null)))
        .contains("rate red");
  }

  @Test
  void aVolumeOnAFixedPriceAndNoneOnAnHourlyContractAreRed() {
    assertThat(told(price(FIXED, "200", "10", null))).contains("rate red");
    assertThat(told(price(HOURLY, "200", null, null))).contains("rate red");
    assertThat(told(price(FIXED, "200", null, null))).containsExactly("cap green");
  }

  @Test
  void aVolumeOfAProposalThatWasNotSeenIsUnknown() {
    assertThat(told(price(ProposalRate.UNTOLD, "200", "10", null)))
        .containsExactly("rate unknown", "cap green");
  }

  private static List<String> told(Price price) {
    Checks checks = new Checks();
    new PayChecks(checks, price).run();
    return checks.told().checks().stream().map(PayChecksTest::words).toList();
  }

  private static String words(CheckJson check) {
    return check.name() + " " + check.status();
  }

  private static Price price(
      ProposalRate offer, String amount, @Nullable String volume, @Nullable String cap) {
    MilestonePlan first =
        new MilestonePlan("m1", "Batch", null, Money.usd("450"), null, FundRule.atStart());
    MilestonePlan second =
        new MilestonePlan(
            "m2",
            null,
            "Hours",
            Money.usd(amount),
            null,
            FundRule.afterPaid("m1"),
            null,
            volume == null ? null : new BigDecimal(volume));
    HirePlan plan =
        new HirePlan(
            "default",
            "prp_1",
            null,
            Map.of(),
            List.of(first, second),
            cap == null ? null : Money.usd(cap),
            false,
            Policies.DEFAULT);
    return new Price(plan, offer);
  }
}
