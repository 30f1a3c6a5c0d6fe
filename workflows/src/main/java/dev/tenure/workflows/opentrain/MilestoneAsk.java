package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/** A milestone to fund or to release. */
public record MilestoneAsk(String milestoneId, @Nullable IncidentCause heldBy)
    implements MarketplaceCall {

  public MilestoneAsk(String milestoneId) {
    this(milestoneId, null);
  }
}
