package dev.tenure.journal.run;

import dev.tenure.model.plan.HirePlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hire that was entered and has no workflow yet.
 *
 * @param requestedBy the name of the key or session that asked for it, where there is one
 */
public record PendingStart(
    String hireId,
    int generation,
    HirePlan plan,
    Instant createdAt,
    @Nullable String requestedBy) {}
