package dev.tenure.workflows.opencontract;

import org.jspecify.annotations.Nullable;

/**
 * The decision of an approval that is the engine's own.
 *
 * @param confirm a yes, or a no
 * @param termsDigest of the terms that the person saw; another one than the approval's is refused
 * @param reason in their words
 */
public record DecideApprovalCommand(
    String approvalId, boolean confirm, String termsDigest, @Nullable String reason) {}
