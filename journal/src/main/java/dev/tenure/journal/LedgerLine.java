package dev.tenure.journal;

import dev.tenure.model.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money, as it was expected and as it was booked. The two are never mixed.
 *
 * @param milestone key of the milestone; absent for what belongs to none that is known
 * @param approvalId the approval that brought it about; absent for what was done in the app
 * @param amount expected, without fees
 * @param fees expected on top
 * @param booked what the marketplace booked for it in total
 * @param entries ids of what was booked
 * @param invoiceId the marketplace's invoice, where the approval's evidence names it
 */
public record LedgerLine(
    Movement movement,
    @Nullable String milestone,
    @Nullable String approvalId,
    Match match,
    @Nullable Money amount,
    @Nullable Money fees,
    @Nullable Money booked,
    List<String> entries,
    @Nullable String invoiceId,
    String words) {

  public LedgerLine {
    entries = List.copyOf(entries);
  }

  /** Amount and fees; absent for what was not expected. */
  public @Nullable Money expected() {
    if (amount == null) {
      return null;
    }
    return fees == null ? amount : amount.plus(fees);
  }

  /** By how much more was booked than expected; absent unless both are there or one is none. */
  public @Nullable Money difference() {
    @Nullable Money expected = expected();
    return switch (match) {
      case MATCHED, NOT_VISIBLE, NOT_READ -> null;
      case MISSING -> expected == null ? null : Money.zero(expected.currency()).minus(expected);
      case UNEXPECTED -> booked;
      case DIFFERENT -> expected == null || booked == null ? booked : booked.minus(expected);
    };
  }
}
