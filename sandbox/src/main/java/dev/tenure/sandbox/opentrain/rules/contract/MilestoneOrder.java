package dev.tenure.sandbox.opentrain.rules.contract;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A milestone as a client wants to have it created. */
public record MilestoneOrder(
    @Nullable String name,
    String description,
    @Nullable BigDecimal amountUsd,
    @Nullable BigDecimal volume,
    @Nullable Instant dueDate) {}
