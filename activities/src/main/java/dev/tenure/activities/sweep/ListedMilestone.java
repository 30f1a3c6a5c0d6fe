package dev.tenure.activities.sweep;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as a list of contracts shows it, which may be anything.
 *
 * @param status the marketplace's status as sent
 * @param delivered whether the trainer requested the payout
 */
public record ListedMilestone(
    @Nullable String id,
    @Nullable String status,
    @Nullable BigDecimal amount,
    @Nullable Integer number,
    boolean delivered) {}
