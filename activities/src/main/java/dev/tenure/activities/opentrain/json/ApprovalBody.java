package dev.tenure.activities.opentrain.json;

import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /approvals/{id}} and of everything that asks for a co-sign. The direct end
 * of a contract carries {@code ok} and no approval.
 */
public record ApprovalBody(
    @Nullable Approval approval, @Nullable Boolean ok, @Nullable String status) {}
