package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.hire.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/**
 * A milestone to create.
 *
 * @param tag unique to hire and milestone; it stands in the description and makes the milestone
 *     ours
 */
public record CreateMilestone(
    String contractId, MilestonePlan milestone, String tag, @Nullable IncidentCause heldBy)
    implements MarketplaceCall {

  public CreateMilestone(String contractId, MilestonePlan milestone, String tag) {
    this(contractId, milestone, tag, null);
  }
}
