package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.BudgetUsage;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.Policies;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Contracts paid by hours or labels: the marketplace prices, and tells when the work runs out. */
class VolumeTest extends StoryTest {
  private Story hourly(String rate, HirePlan plan) {
    return story(plan).byTheHour(rate).start().confirm("hire");
  }

  @Test
  void theMarketplacesPriceCountsFromTheCreationOn() {
    Story s = hourly("25", Plans.byTheHour(Policies.DEFAULT, "2000.00"));
    s.paid("m1");
    String funding = s.pending("fund m2").id();
    assertThat(s.journal().approval(funding).amount()).isEqualTo(Money.usd("1000.00"));
    s.closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m2").amount()).isEqualTo(Money.usd("1000.00"));
    assertThat(s.journal().milestone("m2").volume()).isEqualByComparingTo(new BigDecimal("40"));
    assertThat(s.journal().summaries("milestone.priced"))
        .singleElement()
        .asString()
        .contains("40 by its rate", "1000.00", "900.00");
    assertThat(s.journal().eventTypes()).doesNotContain("milestone.edited");
  }

  @Test
  void aPriceAboveTheCapHoldsBeforeTheFundingIsAsked() {
    Story s = hourly("25", Plans.byTheHour(Policies.DEFAULT, "1500.00")).paid("m1");
    s.advanceDays(2);

    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m2");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.CREATED);
    assertThat(s.sent("fund")).isZero();
  }

  @Test
  void aPriceOtherThanReckonedIsHeldWhereThePolicySaysSo() {
    Story s = hourly("20", Plans.byTheHour(Plans.onEditedTerms(EditedTerms.HOLD), null));
    s.paid("m1");
    IncidentDocument priced = s.incident(IncidentCause.TERMS_EDITED);
    assertThat(priced.detail()).contains("800.00", "900.00");
    assertThat(priced.actions())
        .containsExactly(Resolution.RETRY, Resolution.SKIP, Resolution.ABORT);
    assertThat(s.sent("fund")).isZero();

    s.resolve(IncidentCause.TERMS_EDITED, Resolution.RETRY).closesAs(HireStatus.ENDED);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void aPriceThatCannotBeReadIsNoPriceAsReckoned() {
    Story s = hourly("20", Plans.byTheHour(Plans.onEditedTerms(EditedTerms.HOLD), null));
    s.endpoints().showsPrices(false);
    s.paid("m1").advanceHours(1);
    assertThat(s.incident(IncidentCause.UNEXPECTED).detail()).contains("no price", "m2");
    assertThat(s.sent("fund")).isZero();

    s.endpoints().showsPrices(true);
    s.advanceHours(1);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.TERMS_EDITED);
    assertThat(s.sent("fund")).isZero();
  }

  @Test
  void aPriceAsReckonedIsNoNews() {
    Story s = hourly("22.5", Plans.byTheHour(Plans.onEditedTerms(EditedTerms.HOLD), null));
    s.closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.journal().eventTypes()).doesNotContain("milestone.priced", "milestone.edited");
  }

  @Test
  void aMissingRateHealsByItselfOnceThereIsOne() {
    Story s = hourly("25", Plans.byTheHour(Policies.DEFAULT, null));
    s.refuse("create", IncidentCause.CONTRACT_RATE_MISSING, 3).paid("m1");
    assertThat(s.openIncidents()).containsExactly(IncidentCause.CONTRACT_RATE_MISSING);

    s.closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents())
        .singleElement()
        .matches(incident -> incident.resolution() == null);
    assertThat(s.journal().milestone("m2").amount()).isEqualTo(Money.usd("1000.00"));
  }

  @Test
  void aContractWithoutARateNeedsAPerson() {
    Story s = story(Plans.byTheHour(Policies.DEFAULT, null)).byTheHour(null).start();
    s.confirm("hire").paid("m1");

    assertThat(s.openIncidents()).containsExactly(IncidentCause.CONTRACT_RATE_MISSING);
  }

  @Test
  void newsOfTheBudgetIsAnsweredWithOneReadAndTold() {
    Story s = hourly("25", Plans.byTheHour(Policies.DEFAULT, null)).paid("m1");
    s.confirm("fund m2");
    long reads = s.sent("contract");
    s.quietWork("48");
    s.advanceHours(6);

    assertThat(s.sent("contract")).isEqualTo(reads + 1);
    assertThat(s.journal().hire().budgetUsage())
        .isEqualTo(
            new BudgetUsage(
                "LOW", new BigDecimal("58"), new BigDecimal("48"), new BigDecimal("10")));
    assertThat(s.journal().summaries("contract.budget_low"))
        .containsExactly("The budget of the contract runs low: 48 of 58 funded are used up.");
    s.quietWork("12");
    assertThat(s.sent("contract")).isEqualTo(reads + 2);
    assertThat(s.journal().event("contract.budget_depleted").summary())
        .contains("60 of 58", "Fund a milestone for more work");
  }

  @Test
  void aStateOfTheBudgetThatNobodyKnowsIsToldByTheSameEventWhateverItsName() {
    Story s = hourly("25", Plans.byTheHour(Policies.DEFAULT, null)).work("1");
    s.contract().budgetState("Over drawn!");
    s.work("1");

    assertThat(s.journal().event("contract.budget_changed").summary())
        .startsWith("The budget of the contract is Over drawn!: ");
    assertThat(s.journal().event("contract.budget_changed").data())
        .containsEntry("state", "Over drawn!");
  }

  @Test
  void aBudgetThatIsFineAgainIsTold() {
    Story s = hourly("25", Plans.byTheHour(Policies.DEFAULT, null)).work("17").paid("m1");
    assertThat(s.journal().eventTypes()).contains("contract.budget_low");
    s.confirm("fund m2").work("1");

    assertThat(s.journal().event("contract.budget_ok").data())
        .containsEntry("before", "LOW")
        .containsEntry("funded", "58");
  }

  @Test
  void aFineBudgetIsNoNews() {
    Story s = hourly("25", Plans.byTheHour(Policies.DEFAULT, null)).work("1");
    s.closesAs(HireStatus.ENDED);

    assertThat(s.journal().eventTypes()).noneMatch(type -> type.startsWith("contract.budget"));
  }

  @Test
  void byTheLabelItIsTheSame() {
    Story s = story(Plans.byTheHour(Policies.DEFAULT, null)).byTheLabel("0.06").start();
    s.confirm("hire").advance(Duration.ofMinutes(1)).paid("m1");

    assertThat(s.journal().milestone("m2").amount()).isEqualTo(Money.usd("2.40"));
    s.closesAs(HireStatus.ENDED);
  }
}
