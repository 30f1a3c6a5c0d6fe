package dev.tenure.activities.opentrain.json;

import org.jspecify.annotations.Nullable;

/** Answer of {@code POST /contracts/{id}/milestones}. */
public record MilestoneBody(@Nullable Milestone milestone) {}
