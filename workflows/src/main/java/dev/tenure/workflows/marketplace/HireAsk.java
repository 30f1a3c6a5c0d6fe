package dev.tenure.workflows.marketplace;

import dev.tenure.model.MilestonePlan;

/**
 * The hire as the marketplace is asked for it.
 *
 * @param milestone the first milestone, funded by the hire itself
 */
public record HireAsk(String proposalId, MilestonePlan milestone, boolean confirmNotFitOverride) {}
