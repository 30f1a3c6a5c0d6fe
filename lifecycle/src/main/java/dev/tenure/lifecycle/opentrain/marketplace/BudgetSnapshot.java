package dev.tenure.lifecycle.opentrain.marketplace;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much of the funded work is used up, on a contract that is paid by hours or labels.
 *
 * @param state {@code OK}, {@code LOW} (from 80 % used) or {@code DEPLETED}, as sent
 * @param funded hours or labels of the milestones funded so far
 * @param consumed hours or labels worked so far
 * @param remaining what is left, never below zero
 */
public record BudgetSnapshot(
    String state,
    @Nullable BigDecimal funded,
    @Nullable BigDecimal consumed,
    @Nullable BigDecimal remaining) {}
