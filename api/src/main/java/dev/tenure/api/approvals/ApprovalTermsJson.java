package dev.tenure.api.approvals;

import dev.tenure.api.hires.json.MoneyJson;
import dev.tenure.api.hires.json.OpenContractMilestoneJson;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.MilestoneDocument;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a yes to an approval of OpenContract is given to.
 *
 * @param worker who the contract is awarded to; absent for an open tender that is not matched
 * @param name of the milestone
 * @param description the task
 * @param price of the contract
 * @param bond put at risk; of a dispute only
 * @param openContract criteria, materials, deadlines, and the contract that is judged, with its
 *     delivery
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
    return ApprovalSubject.of(approval, hire).map(about -> of(approval, about)).orElse(null);
  }

  private static @Nullable ApprovalTermsJson of(ApprovalDocument approval, ApprovalSubject about) {
    MilestoneDocument milestone = about.milestone();
    OpenContractMilestoneJson block = OpenContractMilestoneJson.of(milestone, about.contract());
    if (block == null) {
      return null;
    }
    boolean dispute = approval.kind() == ApprovalKind.MILESTONE_DISPUTE;
    return new ApprovalTermsJson(
        about.worker(),
        milestone.name(),
        milestone.description(),
        MoneyJson.of(milestone.amount()),
        dispute ? MoneyJson.ofNullable(approval.amount()) : null,
        block);
  }
}
