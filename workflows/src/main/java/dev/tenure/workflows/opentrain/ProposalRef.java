package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/**
 * A proposal of the marketplace.
 *
 * @param jobId its job, where known; narrows the search
 */
public record ProposalRef(String proposalId, @Nullable String jobId, @Nullable IncidentCause heldBy)
    implements MarketplaceCall {

  public ProposalRef(String proposalId, @Nullable String jobId) {
    this(proposalId, jobId, null);
  }
}
