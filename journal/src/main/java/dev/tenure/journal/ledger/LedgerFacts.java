package dev.tenure.journal.ledger;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.plan.HirePlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the money of one hire.
 *
 * @param confirmed the approvals that were confirmed
 * @param entries what the marketplace booked for the hire, oldest first
 * @param readAt when its ledger was last read to its end
 */
record LedgerFacts(
    HirePlan plan,
    List<MilestoneDocument> milestones,
    List<ApprovalDocument> confirmed,
    List<LedgerEntry> entries,
    @Nullable Instant readAt) {

  boolean first(MilestoneDocument milestone) {
    return milestone.key().equals(plan.first().key());
  }

  /** The approval that funded a milestone. */
  Optional<ApprovalDocument> funding(MilestoneDocument milestone) {
    return last(
        first(milestone) ? ApprovalKind.PROPOSAL_HIRE : ApprovalKind.MILESTONE_FUND, milestone);
  }

  /** The approval that released it. */
  Optional<ApprovalDocument> release(MilestoneDocument milestone) {
    return last(ApprovalKind.MILESTONE_APPROVE, milestone);
  }

  /** Whether the ledger was read after the moment; without one, whether it was read at all. */
  boolean readSince(@Nullable Instant moment) {
    return readAt != null && (moment == null || readAt.isAfter(moment));
  }

  private Optional<ApprovalDocument> last(ApprovalKind kind, MilestoneDocument milestone) {
    return confirmed.stream()
        .filter(approval -> approval.kind() == kind)
        .filter(approval -> milestone.key().equals(approval.milestone()))
        .reduce((earlier, later) -> later);
  }
}
