package dev.tenure.api.web.page;

import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.IncidentView;
import org.jspecify.annotations.Nullable;

/** What people recognise a hire by. */
public final class Titles {

  private Titles() {}

  public static String hire(HireView hire) {
    return title(hire.row().terms().externalRef(), hire.document().proposalId());
  }

  public static String hire(ApprovalView approval) {
    return title(approval.externalRef(), approval.proposalId());
  }

  public static String hire(IncidentView incident) {
    return title(incident.externalRef(), incident.proposalId());
  }

  private static String title(@Nullable String externalRef, @Nullable String proposalId) {
    return externalRef == null || externalRef.isBlank() ? String.valueOf(proposalId) : externalRef;
  }
}
