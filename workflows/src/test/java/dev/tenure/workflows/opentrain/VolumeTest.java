package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.money.BudgetUsage;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.Policies;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Contracts paid by hours or labels: the marketplace prices, and tells when the work runs out. */
class VolumeTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theMarketplacesPriceCountsFromTheCreationOn() {
    stage.market.world.rate("25");
    stage.run(Plans.byTheHour(Policies.DEFAULT, Money.usd("2000.00")));

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m2").amount()).isEqualTo(Money.usd("1000.00"));
    assertThat(stage.journal.milestone("m2").volume()).isEqualByComparingTo(new BigDecimal("40"));
    assertThat(stage.journal.approval("apr_3").amount()).isEqualTo(Money.usd("1000.00"));
    assertThat(summaries("milestone.priced"))
        .singleElement()
        .asString()
        .contains("40 by its rate")
        .contains("1000.00")
        .contains("900.00");
    assertThat(stage.journal.eventTypes()).doesNotContain("milestone.edited");
  }

  @Test
  void aPriceAboveTheCapHoldsBeforeTheFundingIsAsked() {
    stage.market.world.rate("25");
    stage.start(Plans.byTheHour(Policies.DEFAULT, Money.usd("1500.00")));

    IncidentDocument incident = stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);
    stage.pass(Duration.ofDays(2));

    assertThat(incident.milestone()).isEqualTo("m2");
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.CREATED);
    assertThat(stage.market.count("request-funding")).isZero();
  }

  @Test
  void aPriceOtherThanReckonedIsHeldWhereThePolicySaysSo() {
    stage.market.world.rate("20");
    stage.start(Plans.byTheHour(Plans.onEditedTerms(EditedTerms.HOLD), null));

    IncidentDocument incident = stage.awaitIncident(IncidentCause.TERMS_EDITED);
    assertThat(incident.detail()).contains("800.00").contains("900.00");
    assertThat(incident.actions())
        .containsExactly(Resolution.RETRY, Resolution.SKIP, Resolution.ABORT);
    assertThat(stage.market.count("request-funding")).isZero();

    stage.resolve(incident, Resolution.RETRY);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void aMissingRateHealsByItselfOnceThereIsOne() {
    stage.market.world.rate("25");
    stage.market.script.obstacle(
        "create-milestone", 3, new Obstacle(IncidentCause.CONTRACT_RATE_MISSING, "no rate", null));
    stage.start(Plans.byTheHour(Policies.DEFAULT, null));

    stage.awaitIncident(IncidentCause.CONTRACT_RATE_MISSING);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents.values())
        .singleElement()
        .matches(incident -> !incident.open() && incident.resolution() == null);
    assertThat(stage.journal.milestone("m2").amount()).isEqualTo(Money.usd("1000.00"));
  }

  @Test
  void aBudgetNotificationIsAnsweredWithOneReadAndTold() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.market.world.rate("25");
    stage.start(Plans.byTheHour(Policies.DEFAULT, null));
    stage.until(() -> stage.journal.approvals.containsKey("apr_3"));
    long reads = stage.market.count("read-contract");

    stage.market.world.budget("LOW", "40", "33.5");
    stage.market.ringBudget();
    stage.until(() -> stage.journal.eventTypes().contains("contract.budget_low"));
    stage.pass(Duration.ofHours(6));

    assertThat(stage.market.count("read-contract")).isEqualTo(reads + 1);
    assertThat(stage.journal.hire().budgetUsage())
        .isEqualTo(
            new BudgetUsage(
                "LOW", new BigDecimal("40"), new BigDecimal("33.5"), new BigDecimal("6.5")));
    assertThat(summaries("contract.budget_low"))
        .containsExactly("The budget of the contract runs low: 33.5 of 40 funded are used up.");

    stage.market.world.budget("DEPLETED", "40", "41");
    stage.market.ringBudget();
    stage.until(() -> stage.journal.eventTypes().contains("contract.budget_depleted"));
    assertThat(stage.market.count("read-contract")).isEqualTo(reads + 2);
  }

  @Test
  void aFineBudgetIsNoNews() {
    stage.market.world.rate("25");
    stage.market.world.budget("OK", "40", "1");
    stage.run(Plans.byTheHour(Policies.DEFAULT, null));

    assertThat(stage.journal.eventTypes()).noneMatch(type -> type.startsWith("contract.budget"));
  }

  private List<String> summaries(String type) {
    return stage.journal.events().stream()
        .filter(event -> event.type().equals(type))
        .map(HireEvent::summary)
        .toList();
  }
}
