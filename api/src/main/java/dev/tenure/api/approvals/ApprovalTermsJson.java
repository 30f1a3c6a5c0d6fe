package dev.tenure.api.approvals;

import dev.tenure.api.hires.json.MoneyJson;
import dev.tenure.api.hires.json.OpenContractMilestoneJson;
import dev.tenure.api.hires.json.OpenContractMilestoneJson.WorkingContractJson;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.MilestoneDocument;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a yes to an approval of OpenContract is given to.
 *
 * @param worker who the contract is awarded to; absent for an open tender that is not matched
 * @param name of the milestone
 * @param description the task
 * @param price of the contract
 * @param bond put at risk; of a dispute only
 * @param openContract criteria, materials, deadlines, and the contract with its delivery
 */
@Serdeable
@Schema(name = "ApprovalTerms")
record ApprovalTermsJson(
    @Nullable String worker,
    @Nullable String name,
    @Nullable String description,
    MoneyJson price,
    @Nullable MoneyJson bond,
    OpenContractMilestoneJson openContract) {

  /** The terms of an approval that is decided here; nothing for any other. */
  static @Nullable ApprovalTermsJson of(ApprovalDocument approval, HireView hire) {
    if (approval.termsDigest() == null) {
      return null;
    }
    Optional<MilestoneDocument> about =
        hire.milestones().stream()
            .filter(one -> one.key().equals(approval.milestone()))
            .findFirst();
    return about.map(milestone -> of(approval, hire, milestone)).orElse(null);
  }

  private static @Nullable ApprovalTermsJson of(
      ApprovalDocument approval, HireView hire, MilestoneDocument milestone) {
    OpenContractMilestoneJson block = OpenContractMilestoneJson.of(milestone);
    if (block == null) {
      return null;
    }
    boolean dispute = approval.kind() == ApprovalKind.MILESTONE_DISPUTE;
    return new ApprovalTermsJson(
        worker(approval, hire, block.workingContract()),
        milestone.name(),
        milestone.description(),
        MoneyJson.of(milestone.amount()),
        dispute ? MoneyJson.ofNullable(approval.amount()) : null,
        block);
  }

  /** A new contract may go to somebody else than the one before: the approval says to whom. */
  private static @Nullable String worker(
      ApprovalDocument approval, HireView hire, @Nullable WorkingContractJson contract) {
    String named = approval.evidence().get("worker");
    if (named != null) {
      return named;
    }
    if (approval.kind() != ApprovalKind.MILESTONE_FUND && contract != null) {
      return contract.worker();
    }
    var terms = hire.row().plan().openContract();
    return terms == null ? null : terms.worker();
  }
}
