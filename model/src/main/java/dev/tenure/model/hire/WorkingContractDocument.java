package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Working Contract of a milestone as OpenContract showed it last.
 *
 * @param attempt counts the contracts of one milestone from 1
 * @param status the marketplace's word, e.g. {@code under-review}
 * @param worker absent until an open tender is matched
 * @param escrowed locked at creation; never zeroed
 * @param stake the Worker's; absent until {@code matched}
 * @param bond of our dispute; absent where there was none
 * @param criteriaMet one of {@code met}, {@code not met}, {@code unclear} per criterion; absent
 *     until it is resolved
 * @param settlement what its end pays to whom; absent until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkingContractDocument(
    int attempt,
    String status,
    @Nullable String worker,
    List<String> acceptanceCriteria,
    @Nullable List<String> criteriaMet,
    @Nullable String delivery,
    Instant matchDeadline,
    Instant withdrawalDeadline,
    Instant deliveryDeadline,
    Instant reviewDeadline,
    Money escrowed,
    @Nullable Money stake,
    @Nullable Money bond,
    @Nullable Settlement settlement) {

  public WorkingContractDocument {
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
    criteriaMet = criteriaMet == null ? null : List.copyOf(criteriaMet);
  }

  /**
   * Who gets what; together it is all that was paid in. Reckoned from the marketplace's rules,
   * since it tells no transfers.
   *
   * @param toWorker the price less the fee, and the stake where it goes back
   * @param toClient refund, compensation from the stake, and the bond where it goes back
   * @param toTreasury fees and what was slashed
   * @param fee the marketplace's part of the Worker's payment
   */
  public record Settlement(Money toWorker, Money toClient, Money toTreasury, Money fee) {}
}
