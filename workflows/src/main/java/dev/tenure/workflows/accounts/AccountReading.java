package dev.tenure.workflows.accounts;

import dev.tenure.model.account.AccountFacts;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace told.
 *
 * @param proposal absent when none was asked about
 */
public record AccountReading(AccountFacts account, @Nullable ProposalFacts proposal) {}
