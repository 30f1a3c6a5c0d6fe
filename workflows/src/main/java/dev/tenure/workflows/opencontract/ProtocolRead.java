package dev.tenure.workflows.opencontract;

import dev.tenure.model.IncidentCause;
import org.jspecify.annotations.Nullable;

/**
 * A read of the protocol's parameters.
 *
 * @param heldBy the obstacle that holds the call, see {@code MarketplaceCall#heldBy}
 */
public record ProtocolRead(@Nullable IncidentCause heldBy) {}
