package dev.tenure.api.ledger;

import dev.tenure.api.hires.json.MoneyJson;
import dev.tenure.api.links.ItemLinks;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money of one hire. What the engine expects and what the marketplace booked stand apart and
 * are never mixed; the reconciliation holds the one against the other.
 */
@Serdeable
@Schema(name = "Ledger")
public record LedgerJson(
    String hireId,
    String account,
    String currency,
    EstimatedJson estimated,
    BookedJson booked,
    ReconciliationJson reconciliation,
    ItemLinks links) {

  /** What the engine expects; the totals are those of the fundings. */
  @Serdeable
  @Schema(name = "LedgerEstimated")
  public record EstimatedJson(
      List<EstimateLineJson> lines, MoneyJson amount, MoneyJson fees, MoneyJson total) {}

  /**
   * One movement that is expected.
   *
   * @param approvalId the approval that brought it about; absent for what was done in the app
   */
  @Serdeable
  @Schema(name = "LedgerEstimate")
  public record EstimateLineJson(
      @Schema(
              type = "string",
              allowableValues = {"funding", "bond", "payout", "return"})
          String movement,
      @Nullable String milestone,
      @Nullable String approvalId,
      MoneyJson amount,
      @Nullable MoneyJson fees,
      MoneyJson total) {}

  /**
   * What the marketplace booked on the account's credits. What was paid by card is not among it.
   *
   * @param charged drawn from the credits for this hire and not given back
   * @param fees what was charged beside the amounts; absent until every line is matched
   * @param readAt when the marketplace's ledger was last read to its end
   * @param lastError why it could not be read, when that was the last thing to happen
   */
  @Serdeable
  @Schema(name = "LedgerBooked")
  public record BookedJson(
      List<EntryJson> entries,
      MoneyJson charged,
      @Nullable MoneyJson fees,
      List<OpenInvoiceJson> openInvoices,
      @Nullable Instant readAt,
      @Nullable String lastError) {}

  /**
   * One entry of the marketplace's credits ledger.
   *
   * @param type the marketplace's word, e.g. HOLD
   * @param amount signed: what adds to the available credits is positive
   * @param note the marketplace's own words
   */
  @Serdeable
  @Schema(name = "LedgerEntry")
  public record EntryJson(
      String id,
      String type,
      MoneyJson amount,
      Instant bookedAt,
      @Nullable String milestoneId,
      @Nullable String holdEntryId,
      @Nullable String note) {}

  /** An invoice of the marketplace that still waits for somebody; without fees. */
  @Serdeable
  @Schema(name = "OpenInvoice")
  public record OpenInvoiceJson(
      String id,
      @Nullable Long number,
      String kind,
      String status,
      MoneyJson amount,
      @Nullable String milestoneId,
      @Nullable Instant createdAt) {}

  /** How expected and booked go together. */
  @Serdeable
  @Schema(name = "Reconciliation")
  public record ReconciliationJson(
      @Schema(
              type = "string",
              allowableValues = {"empty", "matched", "not_visible", "not_read", "differs"})
          String status,
      List<LineJson> lines) {}

  /**
   * One movement.
   *
   * @param expected amount and fees as the engine expects them
   * @param booked what the marketplace booked for it in total
   * @param difference by how much more was booked than expected
   * @param entries ids of what was booked
   * @param invoiceId the marketplace's invoice, where the approval's evidence names it
   */
  @Serdeable
  @Schema(name = "ReconciliationLine")
  public record LineJson(
      @Schema(
              type = "string",
              allowableValues = {"funding", "bond", "payout", "return", "other"})
          String movement,
      @Nullable String milestone,
      @Nullable String approvalId,
      @Schema(
              type = "string",
              allowableValues = {
                "matched",
                "missing",
                "unexpected",
                "different",
                "not_visible",
                "not_read"
              })
          String status,
      @Nullable MoneyJson expected,
      @Nullable MoneyJson booked,
      @Nullable MoneyJson difference,
      List<String> entries,
      @Nullable String invoiceId,
      String words) {}
}
