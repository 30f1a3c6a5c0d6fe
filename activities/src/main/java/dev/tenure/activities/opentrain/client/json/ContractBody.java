package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /contracts/{id}}. */
@Serdeable
public record ContractBody(@Nullable Contract contract) {}
