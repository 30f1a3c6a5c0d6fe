package dev.tenure.activities.opentrain.json;

import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /proposals/{id}}. */
public record ProposalBody(@Nullable Proposal proposal) {}
