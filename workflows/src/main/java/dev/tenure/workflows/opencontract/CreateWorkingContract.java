package dev.tenure.workflows.opencontract;

import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.model.IncidentCause;
import dev.tenure.workflows.marketplace.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/**
 * The creation of a Working Contract.
 *
 * @param heldBy the obstacle that holds the call, see {@link MarketplaceCall#heldBy}
 */
public record CreateWorkingContract(NewWorkingContract contract, @Nullable IncidentCause heldBy)
    implements MarketplaceCall {}
