package dev.tenure.activities.opentrain.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A milestone within a contract. */
public record Milestone(
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable String status,
    @Nullable BigDecimal amountUsd,
    @Nullable Integer milestoneNumber,
    @Nullable String dueDate,
    @Nullable Boolean pendingApproval) {}
