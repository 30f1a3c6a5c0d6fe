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
    Status status,
    boolean pendingApproval,
    boolean needsReview,
    @Nullable Funding funding,
    Instant createdAt) {

  /** The first two names are documented; the others are assumed. */
  public enum Status {
    NOT_FUNDED,
    ACTIVE_FUNDED,
    PAID,
    CANCELLED,
    REFUNDED,
    DISPUTED;

    /** Cancelled and refunded milestones are left out of every contract read. */
    public boolean shown() {
      return this != CANCELLED && this != REFUNDED;
    }

    /** Money stands behind it. */
    public boolean holds() {
      return this == ACTIVE_FUNDED || this == DISPUTED;
    }

    /** Money stands, or stood, behind it. */
    public boolean counted() {
      return holds() || this == PAID;
    }
  }

  /**
   * The money behind it.
   *
   * @param holdEntryId the ledger's HOLD, when credits paid
   */
  @Serdeable
  public record Funding(
      Instant at, PaySource source, String invoiceId, @Nullable String holdEntryId) {}

  public Milestone funded(Funding by) {
    return with(Status.ACTIVE_FUNDED, false, by);
  }

  public Milestone moved(Status to) {
    return with(to, false, funding);
  }

  public Milestone payoutRequested() {
    return with(status, true, funding);
  }

  public boolean at(Status other) {
    return status == other;
  }

  private Milestone with(Status to, boolean asked, @Nullable Funding by) {
    return new Milestone(
        id, number, terms, volume, to, asked, to == Status.DISPUTED, by, createdAt);
  }
}
