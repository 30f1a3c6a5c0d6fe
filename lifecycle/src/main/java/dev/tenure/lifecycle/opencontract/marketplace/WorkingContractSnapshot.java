package dev.tenure.lifecycle.opencontract.marketplace;

import dev.tenure.model.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Working Contract as OpenContract showed it. What could not be read is absent.
 *
 * @param status as it came; {@link WorkingContractStatus#of} where the documents know it
 * @param worker absent until {@code matched}, but for a direct award
 * @param criteriaMet one of {@code met}, {@code not met}, {@code unclear} per criterion; absent
 *     until {@code resolved}
 * @param delivery hash or address of what was delivered; absent until then
 * @param reviewDeadline when silence approves
 * @param escrowed locked at creation; never zeroed
 * @param stake the Worker's; absent until {@code matched}, then the original amount for good
 * @param bond of our dispute; absent unless the delivery was disputed
 */
public record WorkingContractSnapshot(
    String id,
    String status,
    @Nullable Instant createdAt,
    @Nullable String worker,
    @Nullable String title,
    List<String> acceptanceCriteria,
    @Nullable List<String> criteriaMet,
    @Nullable String delivery,
    @Nullable Instant matchDeadline,
    @Nullable Instant withdrawalDeadline,
    @Nullable Instant deliveryDeadline,
    @Nullable Instant reviewDeadline,
    @Nullable Money price,
    @Nullable Money escrowed,
    @Nullable Money stake,
    @Nullable Money bond) {

  public WorkingContractSnapshot {
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
    criteriaMet = criteriaMet == null ? null : List.copyOf(criteriaMet);
  }
}
