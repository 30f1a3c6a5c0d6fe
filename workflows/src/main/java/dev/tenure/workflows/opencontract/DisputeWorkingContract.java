package dev.tenure.workflows.opencontract;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.money.Money;
import dev.tenure.workflows.hire.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/**
 * The dispute of a delivery.
 *
 * @param bond exactly what may be paid
 * @param creationKey of the contract, whose wallet the bond must go to
 * @param heldBy the obstacle that holds the call, see {@link MarketplaceCall#heldBy}
 */
public record DisputeWorkingContract(
    String contractId, Money bond, String creationKey, @Nullable IncidentCause heldBy)
    implements MarketplaceCall {}
