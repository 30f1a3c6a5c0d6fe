package dev.tenure.api.approvals;

import dev.tenure.api.hires.json.MoneyJson;
import dev.tenure.api.hires.json.OpenContractMilestoneJson;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalTerms;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a yes to an approval of OpenContract is given to, as they stood when it was asked
 * for.
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
    return KnownTerms.of(approval, hire).map(terms -> of(approval, terms)).orElse(null);
  }

  private static ApprovalTermsJson of(ApprovalDocument approval, ApprovalTerms terms) {
    boolean dispute = approval.kind() == ApprovalKind.MILESTONE_DISPUTE;
    return new ApprovalTermsJson(
        terms.worker(),
        terms.name(),
        terms.description(),
        MoneyJson.of(terms.price()),
        dispute ? MoneyJson.ofNullable(approval.amount()) : null,
        OpenContractMilestoneJson.of(terms.openContract(), terms.contractId(), terms.contract()));
  }
}
