package dev.tenure.workflows.marketplace;

import org.jspecify.annotations.Nullable;

/**
 * A proposal of the marketplace.
 *
 * @param jobId its job, where known; narrows the search
 */
public record ProposalRef(String proposalId, @Nullable String jobId) {}
