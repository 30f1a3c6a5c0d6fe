package dev.tenure.workflows;

import dev.tenure.model.HirePlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a hire starts with.
 *
 * @param carried the state of the run that this one carries on, if any
 */
public record HireInput(
    String hireId, int generation, HirePlan plan, Instant createdAt, @Nullable HireState carried) {

  /** The input of the run that carries this one on. */
  HireInput carrying(HireState state) {
    return new HireInput(hireId, generation, plan, createdAt, state);
  }

  public static HireInput start(String hireId, int generation, HirePlan plan, Instant createdAt) {
    return new HireInput(hireId, generation, plan, createdAt, null);
  }
}
