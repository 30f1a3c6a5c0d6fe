package dev.tenure.workflows.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What shall be looked at.
 *
 * @param proposalId a proposal to be looked at too
 */
public record AccountQuestion(String account, @Nullable String proposalId) {}
