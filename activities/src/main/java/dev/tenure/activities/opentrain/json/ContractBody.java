package dev.tenure.activities.opentrain.json;

import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /contracts/{id}}. */
public record ContractBody(@Nullable Contract contract) {}
