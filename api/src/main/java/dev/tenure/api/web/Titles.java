package dev.tenure.api.web;

import dev.tenure.journal.ApprovalView;
import dev.tenure.journal.HireView;
import dev.tenure.model.HireTerms;
import org.jspecify.annotations.Nullable;

/** What people recognise a hire by. */
final class Titles {

  private Titles() {}

  static String hire(HireView hire) {
    return title(terms(hire).externalRef(), hire.document().proposalId());
  }

  static String hire(ApprovalView approval) {
    return title(approval.externalRef(), approval.proposalId());
  }

  /** The terms as changed since, or those of the plan. */
  static HireTerms terms(HireView hire) {
    HireTerms changed = hire.document().terms();
    return changed == null ? HireTerms.of(hire.row().plan()) : changed;
  }

  private static String title(@Nullable String externalRef, String proposalId) {
    return externalRef == null || externalRef.isBlank() ? proposalId : externalRef;
  }
}
