package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/** A contract of the marketplace. */
public record ContractRef(String contractId, @Nullable IncidentCause heldBy)
    implements MarketplaceCall {

  public ContractRef(String contractId) {
    this(contractId, null);
  }
}
