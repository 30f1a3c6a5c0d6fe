package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.hire.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/**
 * The hire as the marketplace is asked for it.
 *
 * @param milestone the first milestone, funded by the hire itself
 */
public record HireAsk(
    String proposalId,
    MilestonePlan milestone,
    boolean confirmNotFitOverride,
    @Nullable IncidentCause heldBy)
    implements MarketplaceCall {

  public HireAsk(String proposalId, MilestonePlan milestone, boolean confirmNotFitOverride) {
    this(proposalId, milestone, confirmNotFitOverride, null);
  }
}
