package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /approvals/{id}} and of everything that asks for an approval. The direct end
 * of a contract carries {@code ok} and no approval.
 */
@Serdeable
public record ApprovalBody(
    @Nullable Approval approval, @Nullable Boolean ok, @Nullable String status) {}
