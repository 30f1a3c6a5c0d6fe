package dev.tenure.activities.opentrain.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A contract, without what names a person.
 *
 * @param milestones of {@link Milestone}, read one by one
 */
@Serdeable
public record Contract(
    @Nullable String id,
    @Nullable String status,
    @Nullable String jobId,
    @Nullable String proposalId,
    @Nullable String paymentType,
    @Nullable String createdAt,
    @Nullable JsonNode milestones,
    @Nullable Budget budget) {}
