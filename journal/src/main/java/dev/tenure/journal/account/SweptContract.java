package dev.tenure.journal.account;

import org.jspecify.annotations.Nullable;

/**
 * An active contract as the account sweep saw it.
 *
 * @param digest of what a hire would want to know of it
 */
public record SweptContract(String contractId, @Nullable String proposalId, String digest) {}
