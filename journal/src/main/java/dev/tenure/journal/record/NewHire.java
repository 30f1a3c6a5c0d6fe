package dev.tenure.journal.record;

import dev.tenure.model.plan.HirePlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hire to be entered.
 *
 * @param digest stands for the meaning of the plan: equal for equal plans
 * @param replaces the closed hire of the same proposal that this one takes the place of
 * @param requestedBy the name of the key or session that asks for it, where there is one
 */
public record NewHire(
    String id,
    HirePlan plan,
    String digest,
    Instant createdAt,
    @Nullable String replaces,
    @Nullable String requestedBy) {}
