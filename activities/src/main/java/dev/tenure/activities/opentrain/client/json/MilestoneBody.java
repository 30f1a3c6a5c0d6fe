package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Answer of {@code POST /contracts/{id}/milestones}. */
@Serdeable
public record MilestoneBody(@Nullable Milestone milestone) {}
