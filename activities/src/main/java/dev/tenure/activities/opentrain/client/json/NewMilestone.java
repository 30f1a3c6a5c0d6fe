package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /contracts/{id}/milestones}: an amount on a contract of a fixed price, a
 * volume on one that is paid by hours or labels.
 */
@Serdeable
public record NewMilestone(
    @Nullable String name,
    String description,
    @Nullable BigDecimal amountUsd,
    @Nullable BigDecimal volume,
    @Nullable String dueDate) {}
