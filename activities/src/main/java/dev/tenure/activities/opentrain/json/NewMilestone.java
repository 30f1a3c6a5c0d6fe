package dev.tenure.activities.opentrain.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /contracts/{id}/milestones}. */
public record NewMilestone(
    @Nullable String name, String description, BigDecimal amountUsd, @Nullable String dueDate) {}
