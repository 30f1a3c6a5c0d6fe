package dev.tenure.workflows.marketplace;

import dev.tenure.model.MilestonePlan;

/**
 * A milestone to create.
 *
 * @param tag unique to hire and milestone; it stands in the description and makes the milestone
 *     ours
 */
public record CreateMilestone(String contractId, MilestonePlan milestone, String tag) {}
