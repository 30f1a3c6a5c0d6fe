package dev.tenure.activities.opentrain.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /contracts}. */
public record ContractsBody(@Nullable List<Contract> contracts) {}
