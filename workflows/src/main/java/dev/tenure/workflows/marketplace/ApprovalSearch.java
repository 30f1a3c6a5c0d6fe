package dev.tenure.workflows.marketplace;

import dev.tenure.model.ApprovalKind;
import java.time.Instant;

/**
 * A search among the approvals that events have named and that no hire knows.
 *
 * @param target the proposal, milestone or contract that the approval must be for
 * @param since events before that are left out
 */
public record ApprovalSearch(ApprovalKind kind, String target, Instant since) {}
