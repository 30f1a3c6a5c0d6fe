package dev.tenure.model.hire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a hire waits for.
 *
 * @param approvalId the pending approval, when that is what is awaited
 * @param milestone key of the milestone concerned
 * @param url where a person can act on it
 * @param deadline when the wait ends by itself
 */
public record Wait(
    WaitKind kind,
    @Nullable String approvalId,
    @Nullable String milestone,
    @Nullable String incidentId,
    @Nullable String url,
    @Nullable Instant deadline) {}
