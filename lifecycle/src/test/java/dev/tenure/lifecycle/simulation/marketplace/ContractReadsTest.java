package dev.tenure.lifecycle.simulation.marketplace;

import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.TAG;
import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.opentrain.marketplace.BudgetSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reads show: now and late, money, budget, tags, events. */
class ContractReadsTest {
  private final HiredMarketplace hired = new HiredMarketplace();
  private final SimulatedMarketplace marketplace = hired.marketplace;
  private final MarketplacePeople people = marketplace.people();

  @Test
  void aLateReadShowsWhatWasThen() {
    Instant before = hired.now;
    hired.pass(Duration.ofSeconds(1));
    String contract = hired.hire("prp");
    Instant hiredAt = hired.now;
    hired.pass(Duration.ofSeconds(1));
    MilestoneSnapshot second = hired.create(contract);
    hired.pass(Duration.ofSeconds(1));
    people.cancelInApp(second.id(), hired.now).value();

    assertThat(words(marketplace.readContractAsOf(contract, before))).isEqualTo("404 contracts");
    assertThat(marketplace.findContractAsOf("prp", before).value())
        .isEqualTo(new ContractReading.NotFound());
    assertThat(marketplace.readContractAsOf(contract, hiredAt).value().milestones()).hasSize(1);
    Instant created = hiredAt.plusSeconds(1);
    assertThat(marketplace.readContractAsOf(contract, created).value().milestones())
        .hasSize(2)
        .contains(second);
    ContractSnapshot last = marketplace.readContract(contract, hired.now).value();
    assertThat(last.milestones()).hasSize(1);
    assertThat(marketplace.findContract("prp", hired.now).value())
        .isEqualTo(new ContractReading.Seen(last));
    assertThat(marketplace.milestones())
        .extracting(SimulatedMilestone::tag)
        .containsExactly(null, TAG);
  }

  @Test
  void whatTheTrainerRequestsIsSeenOnTheMilestoneAlone() {
    String contract = hired.hire("prp");
    String first = hired.milestoneId(contract, 1);
    int events = marketplace.events().size();
    marketplace.trainers().requestPayout(first, hired.now).value();
    assertThat(delivered(contract)).isTrue();
    marketplace.trainers().withdrawPayoutRequest(first, hired.now).value();
    assertThat(delivered(contract)).isFalse();
    assertThat(marketplace.events()).hasSize(events);
    people.payInApp(first, hired.now).value();
    assertThat(words(marketplace.trainers().requestPayout(first, hired.now)))
        .isEqualTo("409 milestone_state");
  }

  @Test
  void theBudgetIsReadWhereWorkIsPaidByVolume() {
    String contract = hired.hire("prp_hourly");
    work(contract, "14");
    assertThat(budget(contract)).isEqualTo(budget("OK", "18", "14", "4"));
    work(contract, "1");
    assertThat(budget(contract)).isEqualTo(budget("LOW", "18", "15", "3"));
    work(contract, "4.5");
    assertThat(budget(contract)).isEqualTo(budget("DEPLETED", "18", "19.5", "0"));
    people.cancelInApp(hired.milestoneId(contract, 1), hired.now).value();
    assertThat(budget(contract)).isEqualTo(budget("OK", "0", "19.5", "0"));
    assertThat(
            marketplace.events().stream()
                .map(MarketplaceEvent::notification)
                .filter(event -> event.type().equals("contract.budget_state_changed"))
                .map(event -> Objects.requireNonNull(event.status())))
        .containsExactly("LOW", "DEPLETED", "OK");
    assertThat(marketplace.findContract("prp_hourly", hired.now).value())
        .isInstanceOfSatisfying(
            ContractReading.Seen.class, seen -> assertThat(seen.contract().budget()).isNull());
    assertThat(budget(hired.hire("prp"))).isNull();
  }

  @Test
  void everyCentIsSomewhere() {
    String contract = hired.hire("prp");
    String second = hired.create(contract).id();
    people.editAmountInApp(second, Money.usd("100.01"), hired.now).value();
    people.fundInApp(second, hired.now).value();
    assertThat(marketplace.ledger().of(contract))
        .isEqualTo(
            new EscrowLedger.Totals(45_000 + 4_500 + 995 + 10_001 + 1_000, 6_495, 55_001, 0, 0));
    people.payInApp(second, hired.now).value();
    people.endInApp(contract, false, hired.now).value();
    assertThat(marketplace.ledger().of(contract))
        .isEqualTo(new EscrowLedger.Totals(61_496, 6_495, 0, 10_001, 45_000));
    assertThat(marketplace.moneyViolations()).isEmpty();
    SimulatedMilestone paid = marketplace.milestone(second);
    assertThat(paid.createdBy()).isEqualTo(Actor.API_CALL);
    assertThat(paid.fundedBy()).isEqualTo(Actor.IN_APP);
    assertThat(paid.paidCents()).isEqualTo(10_001);
    assertThat(words(people.editAmountInApp(second, Money.usd("1"), hired.now)))
        .isEqualTo("409 contract_ended");
  }

  @Test
  void updatesComeInPagesOfWhatTheTokenMaySee() {
    hired.hire("prp");
    UpdatesPage first = marketplace.updates(0, 3).value();
    assertThat(first.events()).hasSize(3);
    assertThat(first.hasMore()).isTrue();
    UpdatesPage last = marketplace.updates(first.nextCursor(), 3).value();
    assertThat(last.events()).hasSize(1);
    assertThat(last.hasMore()).isFalse();
    UpdatesPage none = marketplace.updates(last.nextCursor(), 3).value();
    assertThat(none).isEqualTo(new UpdatesPage(none.events(), last.nextCursor(), false));
    assertThat(none.events()).isEmpty();
    marketplace.account().scope(TokenScope.PROPOSALS_WRITE, false);
    marketplace.account().scope(TokenScope.PROPOSALS_READ, false);
    UpdatesPage payments = marketplace.updates(0, 3).value();
    assertThat(payments.events())
        .extracting(event -> event.notification().type())
        .containsExactly("contract.created", "milestone.status_changed", "approval.confirmed");
    assertThat(payments.hasMore()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "words [tenure:hir_1/m2], tenure:hir_1/m2",
        "[tenure:a/b] copied [tenure:c/d], tenure:c/d",
        "[tenure:a/b] broken [tenure:c d], tenure:a/b",
        "[tenure:a/b] nested [tenure:[x], tenure:a/b",
        "[tenure:], -",
        "[tenure:a/b, -",
        "tenure:a/b, -",
        "-, -",
      })
  void theLastTagInADescriptionCounts(@Nullable String description, @Nullable String tag) {
    assertThat(MilestoneDescription.tag(description)).isEqualTo(tag);
  }

  private boolean delivered(String contract) {
    return marketplace
        .readContract(contract, hired.now)
        .value()
        .milestones()
        .getFirst()
        .delivered();
  }

  private void work(String contract, String volume) {
    marketplace.trainers().work(contract, new BigDecimal(volume), hired.now).value();
  }

  private @Nullable BudgetSnapshot budget(String contract) {
    return marketplace.readContract(contract, hired.now).value().budget();
  }

  private static BudgetSnapshot budget(
      String state, String funded, String consumed, String remaining) {
    return new BudgetSnapshot(
        state, new BigDecimal(funded), new BigDecimal(consumed), new BigDecimal(remaining));
  }
}
