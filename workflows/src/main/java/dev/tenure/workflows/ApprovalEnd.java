package dev.tenure.workflows;

import org.jspecify.annotations.Nullable;

/**
 * How an approval ended, as read.
 *
 * @param shown the marketplace's own word for it; absent when it could no longer be seen
 * @param contractId the contract that came of it, for a confirmed hire
 */
record ApprovalEnd(@Nullable String shown, @Nullable String contractId) {}
