package dev.tenure.lifecycle.opencontract.marketplace;

import dev.tenure.model.money.Money;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Working Contract to create, byte for byte the same however often the call is made.
 *
 * @param key unique to this creation; stands in the title, so that a lost creation is found by it
 * @param title holds {@code key}
 * @param worker for a direct award; absent for an open tender
 * @param price locked in escrow at the creation
 */
public record NewWorkingContract(
    String key,
    String title,
    String taskDescription,
    List<String> acceptanceCriteria,
    @Nullable String supplementaryMaterials,
    @Nullable String worker,
    Money price,
    Deadlines deadlines) {

  public NewWorkingContract {
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
  }
}
