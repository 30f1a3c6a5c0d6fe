package dev.tenure.workflows.opencontract;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/**
 * A Working Contract.
 *
 * @param heldBy the obstacle that holds the call, see {@link MarketplaceCall#heldBy}
 */
public record WorkingContractRef(String contractId, @Nullable IncidentCause heldBy)
    implements MarketplaceCall {}
