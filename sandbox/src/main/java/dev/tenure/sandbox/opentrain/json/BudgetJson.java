package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.contract.Budget;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.contract.Usage;
import dev.tenure.sandbox.opentrain.model.job.PaymentType;
import dev.tenure.sandbox.opentrain.model.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was funded beside what was consumed. */
@Serdeable
record BudgetJson(
    String contractId,
    PaymentType paymentType,
    Budget.State state,
    BigDecimal fundedVolume,
    BigDecimal fundedAmountUsd,
    Consumed consumed,
    BigDecimal consumedVolume,
    BigDecimal remainingVolume,
    BigDecimal consumedFraction,
    @Nullable Active activeMilestone,
    @Nullable Instant lastUsageAt) {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

  /** Work recorded so far. */
  @Serdeable
  public record Consumed(long seconds, BigDecimal hours, long labels, long tasks) {}

  /** The milestone that is being worked on. */
  @Serdeable
  public record Active(
      String id,
      @Nullable String name,
      BigDecimal amountUsd,
      @Nullable BigDecimal volume,
      Milestone.Status status) {}

  public static BudgetJson of(Contract contract) {
    Budget budget = Budget.of(contract);
    Usage usage = contract.usage();
    return new BudgetJson(
        contract.id(),
        contract.paymentType(),
        budget.state(),
        Money.plain(budget.fundedVolume()),
        Money.usd(budget.fundedCents()),
        new Consumed(usage.seconds(), hours(usage), usage.labels(), usage.tasks()),
        Money.plain(budget.consumedVolume()),
        Money.plain(budget.remainingVolume()),
        Money.plain(budget.consumedFraction()),
        active(contract).orElse(null),
        usage.lastAt());
  }

  private static BigDecimal hours(Usage usage) {
    return Money.plain(
        BigDecimal.valueOf(usage.seconds()).divide(SECONDS_PER_HOUR, 4, RoundingMode.HALF_UP));
  }

  private static Optional<Active> active(Contract contract) {
    return contract.funded().stream().findFirst().map(BudgetJson::active);
  }

  private static Active active(Milestone milestone) {
    BigDecimal volume = milestone.volume();
    return new Active(
        milestone.id(),
        milestone.terms().name(),
        Money.usd(milestone.terms().amountCents()),
        volume == null ? null : Money.plain(volume),
        milestone.status());
  }
}
