package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /proposals/{id}}. */
@Serdeable
public record ProposalBody(@Nullable Proposal proposal) {}
