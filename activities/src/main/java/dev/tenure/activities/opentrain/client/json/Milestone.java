package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A milestone within a contract. */
@Serdeable
public record Milestone(
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable String status,
    @Nullable BigDecimal amountUsd,
    @Nullable Integer milestoneNumber,
    @Nullable String dueDate,
    @Nullable Boolean pendingApproval) {}
