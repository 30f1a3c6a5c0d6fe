package dev.tenure.workflows.opencontract;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/**
 * The creation of a Working Contract.
 *
 * @param settleOnly learns what became of earlier calls, and signs nothing
 * @param heldBy the obstacle that holds the call, see {@link MarketplaceCall#heldBy}
 */
public record CreateWorkingContract(
    NewWorkingContract contract,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean settleOnly,
    @Nullable IncidentCause heldBy)
    implements MarketplaceCall {}
