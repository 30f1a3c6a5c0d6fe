package dev.tenure.journal.record;

import dev.tenure.journal.access.AuditEntry;
import dev.tenure.journal.access.RequestKeys;
import dev.tenure.model.plan.HirePlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hire to be entered.
 *
 * @param digest stands for the meaning of the plan: equal for equal plans
 * @param replaces the closed hire of the same proposal that this one takes the place of
 * @param requestedBy the name of the key or session that asks for it, where there is one
 * @param key of the request, which makes it this hire for good; null where it came without one
 * @param audit what the audit list tells of it, which is lost by no crash that leaves the hire
 */
public record NewHire(
    String id,
    HirePlan plan,
    String digest,
    Instant createdAt,
    @Nullable String replaces,
    @Nullable String requestedBy,
    RequestKeys.@Nullable Key key,
    @Nullable AuditEntry audit) {}
