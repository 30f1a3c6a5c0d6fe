package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A milestone as contracts and the create answer carry it. */
@Serdeable
public record MilestoneJson(
    String id,
    @Nullable String name,
    @Nullable String description,
    Milestone.Status status,
    BigDecimal amountUsd,
    @Nullable BigDecimal volume,
    int milestoneNumber,
    @Nullable String dueDate,
    boolean pendingApproval,
    boolean needsReview,
    @Nullable String invoiceId,
    Instant createdAt) {

  /** {@code {"milestone": …}}. */
  @Serdeable
  public record One(MilestoneJson milestone) {}

  public static MilestoneJson of(Milestone milestone) {
    Milestone.Funding funding = milestone.funding();
    BigDecimal volume = milestone.volume();
    return new MilestoneJson(
        milestone.id(),
        milestone.terms().name(),
        milestone.terms().description(),
        milestone.status(),
        Money.usd(milestone.terms().amountCents()),
        volume == null ? null : Money.plain(volume),
        milestone.number(),
        Iso.maybe(milestone.terms().dueDate()),
        milestone.pendingApproval(),
        milestone.needsReview(),
        funding == null ? null : funding.invoiceId(),
        milestone.createdAt());
  }
}
