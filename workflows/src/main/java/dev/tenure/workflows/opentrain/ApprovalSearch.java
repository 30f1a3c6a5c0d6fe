package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search among the approvals that events have named and that no hire knows.
 *
 * @param target the proposal, milestone or contract that the approval must be for
 * @param since events before that are left out
 */
public record ApprovalSearch(
    ApprovalKind kind, String target, Instant since, @Nullable IncidentCause heldBy)
    implements MarketplaceCall {

  public ApprovalSearch(ApprovalKind kind, String target, Instant since) {
    this(kind, target, since, null);
  }
}
