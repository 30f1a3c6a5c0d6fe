package dev.tenure.api.approvals;

import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalTerms;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.plan.OpenContractMilestone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the terms that an approval of OpenContract is about: never any but those that its digest is
 * of.
 */
public final class KnownTerms {

  private KnownTerms() {}

  /**
   * The terms; empty where they are not known any more. An approval that was asked for before it
   * held its terms is about those of its milestone for as long as it is pending: a change
   * supersedes it.
   */
  public static Optional<ApprovalTerms> of(ApprovalDocument approval, HireView hire) {
    return Optional.ofNullable(approval.terms())
        .or(
            () ->
                approval.pending()
                    ? hire.milestone(approval.milestone())
                        .flatMap(milestone -> of(approval, hire, milestone))
                    : Optional.empty());
  }

  private static Optional<ApprovalTerms> of(
      ApprovalDocument approval, HireView hire, MilestoneDocument milestone) {
    OpenContractMilestone openContract = milestone.openContract();
    if (openContract == null) {
      return Optional.empty();
    }
    WorkingContractDocument contract =
        approval.kind() == ApprovalKind.MILESTONE_FUND ? null : milestone.workingContract();
    return Optional.of(
        new ApprovalTerms(
            milestone.name(),
            milestone.description(),
            milestone.amount(),
            worker(approval, hire, contract),
            openContract,
            contract == null ? null : milestone.milestoneId(),
            contract));
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
