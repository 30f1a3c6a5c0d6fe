package dev.tenure.workflows.opencontract;

import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.model.IncidentCause;
import org.jspecify.annotations.Nullable;

/**
 * The creation of a Working Contract.
 *
 * @param heldBy the obstacle that holds the call, see {@code MarketplaceCall#heldBy}
 */
public record CreateWorkingContract(NewWorkingContract contract, @Nullable IncidentCause heldBy) {}
