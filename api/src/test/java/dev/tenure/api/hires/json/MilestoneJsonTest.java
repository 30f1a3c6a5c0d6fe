package dev.tenure.api.hires.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.pages.hires.view.MilestoneRow;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.ReleaseRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a milestone whose amount the marketplace does not show. */
class MilestoneJsonTest {

  private static MilestoneDocument milestone(String amount, boolean foreign, boolean unpriced) {
    var plan =
        new MilestonePlan(
            "m2", "A", "B", Money.usd(amount), null, FundRule.onRequest(), null, null);
    return new MilestoneDocument(
        plan.key(),
        2,
        "mst_2",
        2,
        plan.name(),
        plan.description(),
        plan.amount(),
        null,
        plan.fund(),
        MilestoneState.CREATED,
        foreign,
        3,
        null,
        null,
        unpriced);
  }

  private static MilestoneJson json(MilestoneDocument milestone) {
    return MilestoneJson.of(milestone, ReleaseRule.ON_DELIVERY);
  }

  private static MilestoneRow row(MilestoneDocument milestone) {
    return new MilestoneRow("hir_1", milestone, List.of());
  }

  @Test
  void a_milestone_that_others_made_without_an_amount_has_none_and_says_so() {
    MilestoneDocument unpriced = milestone("0.00", true, true);

    assertThat(json(unpriced).amount()).isNull();
    assertThat(json(unpriced).note()).contains("no amount of it that can be read");
    assertThat(row(unpriced).amount()).isEqualTo("not shown");
    assertThat(Glossary.note(unpriced)).contains("Without an amount");
  }

  @Test
  void a_milestone_of_ours_that_the_marketplace_does_not_price_keeps_the_amount_of_its_plan() {
    MilestoneDocument unpriced = milestone("250.00", false, true);

    assertThat(json(unpriced).amount()).isEqualTo(new MoneyJson("250.00", "USD"));
    assertThat(json(unpriced).note()).contains("this one is the plan's");
    assertThat(row(unpriced).amount()).isEqualTo("$250.00");
  }

  @Test
  void an_amount_of_nothing_that_the_marketplace_does_show_is_told_as_nothing() {
    MilestoneDocument free = milestone("0.00", true, false);

    assertThat(json(free).amount()).isEqualTo(new MoneyJson("0.00", "USD"));
    assertThat(row(free).amount()).isEqualTo("$0.00");
  }
}
