package dev.tenure.activities.opentrain.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** {@code approval} of {@code GET /approvals/{id}} and of every 202. */
@Serdeable
public record Approval(
    @Nullable String id,
    @Nullable String type,
    @Nullable String status,
    @Nullable String contractId,
    @Nullable String milestoneId,
    @Nullable String jobId,
    @Nullable String proposalId,
    @Nullable String approvalUrl,
    @Nullable String expiresAt,
    @Nullable String resolvedAt,
    @Nullable JsonNode result,
    @Nullable String createdAt) {}
