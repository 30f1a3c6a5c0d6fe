package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.lifecycle.opentrain.marketplace.BudgetSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work that is paid by volume. */
class SandboxVolumeTest extends AtTheSandbox {

  @ParameterizedTest
  @CsvSource({"prp_hourly, 40.5, 1012.50", "prp_label, 5000, 300.00"})
  void aMilestoneByVolumeIsPricedByTheContractsRate(
      String proposal, BigDecimal volume, String price) throws Exception {
    ContractSnapshot hired = hire(proposal);

    MilestoneSnapshot made = create(hired.id(), withVolume(volume));

    assertThat(made.amount()).isEqualTo(Money.usd(price));
    assertThat(made.notFunded()).isTrue();
    assertThat(made.tag()).isEqualTo("tenure:hir_x/m2");
    assertThat(create(hired.id(), withVolume(volume)).id()).isEqualTo(made.id());
    assertThat(confirm(marketplace.requestFunding(new MilestoneAsk(made.id()))).result())
        .containsKey("invoiceId");
  }

  @Test
  void aContractWithoutARateCannotPriceAMilestone() throws Exception {
    ContractSnapshot hired = hire("prp_no_rate");

    ApplicationFailure failure = refusedCreation(hired.id(), withVolume(BigDecimal.TEN));

    assertThat(failure.getType()).isEqualTo("contract_rate_missing");
    assertThat(failure.getOriginalMessage()).contains("created as soon as there is one");
    assertThat(contract(hired.id()).milestones()).hasSize(1);
  }

  @Test
  void aVolumeOnAFixedPriceIsRefusedInWords() throws Exception {
    ContractSnapshot hired = hire();

    ApplicationFailure failure = refusedCreation(hired.id(), withVolume(BigDecimal.TEN));

    assertThat(failure.getType()).isEqualTo("request_rejected");
    assertThat(failure.getOriginalMessage()).contains("has a fixed price and takes no volume");
    assertThat(contract(hired.id()).milestones()).hasSize(1);
  }

  @Test
  void anAmountAloneOnAnHourlyContractIsRefusedInWords() throws Exception {
    ContractSnapshot hired = hire("prp_hourly");

    ApplicationFailure failure = refusedCreation(hired.id(), SECOND);

    assertThat(failure.getType()).isEqualTo("request_rejected");
    assertThat(failure.getOriginalMessage()).contains("is paid by the hour", "needs a volume");
    assertThat(contract(hired.id()).milestones()).hasSize(1);
  }

  @Test
  void theBudgetIsReadWhereWorkIsPaidByVolume() throws Exception {
    ContractSnapshot hired = hire("prp_hourly");
    assertThat(Objects.requireNonNull(hired.budget()).state()).isEqualTo("OK");

    control("POST", "/contracts/" + hired.id() + "/usage", "{\"seconds\":54000}");

    BudgetSnapshot low = Objects.requireNonNull(contract(hired.id()).budget());
    assertThat(low.state()).isEqualTo("LOW");
    assertThat(low.funded()).isEqualByComparingTo("18");
    assertThat(low.consumed()).isEqualByComparingTo("15");
    assertThat(low.remaining()).isEqualByComparingTo("3");
    assertThat(hire().budget()).isNull();
  }

  private static MilestonePlan withVolume(BigDecimal volume) {
    return new MilestonePlan(
        SECOND.key(),
        SECOND.name(),
        SECOND.description(),
        SECOND.amount(),
        null,
        SECOND.fund(),
        null,
        volume);
  }

  private ApplicationFailure refusedCreation(String contractId, MilestonePlan plan) {
    WorkflowFailedException failed =
        Objects.requireNonNull(
            catchThrowableOfType(WorkflowFailedException.class, () -> create(contractId, plan)));
    Throwable activity = Objects.requireNonNull(failed.getCause());
    return (ApplicationFailure) Objects.requireNonNull(activity.getCause());
  }
}
