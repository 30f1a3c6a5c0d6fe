package dev.tenure.sandbox.opentrain.model.contract;

import dev.tenure.sandbox.opentrain.model.money.PaySource;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A piece of a contract, with the money behind it. */
@Serdeable
public record Milestone(
    String id,
    int number,
    Terms terms,
    @Nullable BigDecimal volume,
    MilestoneStatus status,
    boolean pendingApproval,
    boolean needsReview,
    @Nullable Funding funding,
    Instant createdAt) {

  /**
   * The money behind it.
   *
   * @param holdEntryId the ledger's HOLD, when credits paid
   */
  @Serdeable
  public record Funding(
      Instant at, PaySource source, String invoiceId, @Nullable String holdEntryId) {}

  public Milestone funded(Funding by) {
    return with(MilestoneStatus.ACTIVE_FUNDED, false, by);
  }

  public Milestone moved(MilestoneStatus to) {
    return with(to, false, funding);
  }

  public Milestone payoutRequested() {
    return with(status, true, funding);
  }

  public boolean at(MilestoneStatus other) {
    return status == other;
  }

  private Milestone with(MilestoneStatus to, boolean asked, @Nullable Funding by) {
    return new Milestone(
        id, number, terms, volume, to, asked, to == MilestoneStatus.DISPUTED, by, createdAt);
  }
}
