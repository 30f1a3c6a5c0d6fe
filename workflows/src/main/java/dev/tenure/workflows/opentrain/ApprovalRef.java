package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/** An approval of the marketplace. */
public record ApprovalRef(String approvalId, @Nullable IncidentCause heldBy)
    implements MarketplaceCall {

  public ApprovalRef(String approvalId) {
    this(approvalId, null);
  }
}
