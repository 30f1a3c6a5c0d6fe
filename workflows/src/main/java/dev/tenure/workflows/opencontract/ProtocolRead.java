package dev.tenure.workflows.opencontract;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import org.jspecify.annotations.Nullable;

/**
 * A read of the protocol's parameters.
 *
 * @param heldBy the obstacle that holds the call, see {@link MarketplaceCall#heldBy}
 */
public record ProtocolRead(@Nullable IncidentCause heldBy) implements MarketplaceCall {}
