package dev.tenure.api.web;

import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.IncidentView;
import org.jspecify.annotations.Nullable;

/** What people recognise a hire by. */
final class Titles {

  private Titles() {}

  static String hire(HireView hire) {
    return title(hire.row().terms().externalRef(), hire.document().proposalId());
  }

  static String hire(ApprovalView approval) {
    return title(approval.externalRef(), approval.proposalId());
  }

  static String hire(IncidentView incident) {
    return title(incident.externalRef(), incident.proposalId());
  }

  private static String title(@Nullable String externalRef, String proposalId) {
    return externalRef == null || externalRef.isBlank() ? proposalId : externalRef;
  }
}
