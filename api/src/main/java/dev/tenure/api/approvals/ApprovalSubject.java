package dev.tenure.api.approvals;

import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.WorkingContractDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an approval of OpenContract is about.
 *
 * @param milestone the one that it belongs to
 * @param contract the Working Contract that is judged; none where a yes creates one, whatever
 *     became of one before it
 * @param worker whom the contract is, or will be, awarded to; none for an open tender
 */
public record ApprovalSubject(
    MilestoneDocument milestone,
    @Nullable WorkingContractDocument contract,
    @Nullable String worker) {

  /** What it is about; empty where the hire knows no such milestone. */
  public static Optional<ApprovalSubject> of(ApprovalDocument approval, HireView hire) {
    return hire.milestone(approval.milestone()).map(milestone -> of(approval, hire, milestone));
  }

  private static ApprovalSubject of(
      ApprovalDocument approval, HireView hire, MilestoneDocument milestone) {
    WorkingContractDocument contract =
        approval.kind() == ApprovalKind.MILESTONE_FUND ? null : milestone.workingContract();
    return new ApprovalSubject(milestone, contract, worker(approval, hire, contract));
  }

  private static @Nullable String worker(
      ApprovalDocument approval, HireView hire, @Nullable WorkingContractDocument contract) {
    String named = approval.evidence().get("worker");
    if (named != null) {
      return named;
    }
    if (contract != null) {
      return contract.worker();
    }
    var terms = hire.row().terms().openContract();
    return terms == null ? null : terms.worker();
  }
}
