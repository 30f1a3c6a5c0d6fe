package dev.tenure.lifecycle.opentrain.marketplace;

import dev.tenure.model.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as the marketplace showed it.
 *
 * @param status the marketplace's status as sent, e.g. {@code ACTIVE_FUNDED}
 * @param amount absent where the marketplace showed none that makes sense
 * @param tag our tag, when the description carries one
 * @param pendingApproval whether the trainer requested the payout
 */
public record MilestoneSnapshot(
    String id,
    int number,
    @Nullable String name,
    String status,
    @Nullable Money amount,
    @Nullable LocalDate dueDate,
    @Nullable String tag,
    boolean pendingApproval) {

  public boolean notFunded() {
    return status.equals("NOT_FUNDED");
  }

  /** Whether its money lies in escrow. */
  public boolean funded() {
    return status.equals("ACTIVE_FUNDED");
  }

  /** Whether it was released. The name is assumed; the documents speak only of "paid". */
  public boolean paid() {
    return status.equals("PAID");
  }

  /** Whether the trainer delivered and waits for the release. */
  public boolean delivered() {
    return funded() && pendingApproval;
  }
}
