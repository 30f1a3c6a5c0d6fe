package dev.tenure.workflows.hire;

import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import java.util.List;

/**
 * A change of what the requester decides.
 *
 * @param version the hire's version that the change was made from; at another one it is refused
 *     with {@link Refusal#VERSION_CONFLICT}
 * @param terms the whole terms as they shall be from now on
 * @param milestones other terms for milestones, by their keys: for the first one until the contract
 *     exists (a pending approval of the hire is superseded on purpose), for a later one until it is
 *     created
 */
public record ChangeCommand(long version, HireTerms terms, List<MilestonePlan> milestones) {
  public ChangeCommand {
    milestones = List.copyOf(milestones);
  }
}
