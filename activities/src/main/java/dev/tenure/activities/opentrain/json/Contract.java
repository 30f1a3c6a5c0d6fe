package dev.tenure.activities.opentrain.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract, without what names a person. */
public record Contract(
    @Nullable String id,
    @Nullable String status,
    @Nullable String jobId,
    @Nullable String proposalId,
    @Nullable String paymentType,
    @Nullable String createdAt,
    @Nullable List<Milestone> milestones,
    @Nullable Budget budget) {}
