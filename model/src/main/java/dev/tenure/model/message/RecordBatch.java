package dev.tenure.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.plan.HirePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one hire with the documents that they changed, for the journal.
 *
 * @param runId the workflow run that speaks
 * @param continuedFrom the run that this one carries on, if any: a run that is neither the known
 *     one nor its continuation opens a new epoch
 * @param ledger new lines of the account's ledger, where the hire itself keeps it
 * @param plan by which the hire goes; told with everything that is known of it only
 */
public record RecordBatch(
    String hireId,
    String runId,
    @Nullable String continuedFrom,
    HireDocument hire,
    List<MilestoneDocument> milestones,
    List<ApprovalDocument> approvals,
    List<IncidentDocument> incidents,
    List<HireEvent> events,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LedgerEntry> ledger,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HirePlan plan) {

  /** What a hire says whose money the marketplace itself keeps a ledger of. */
  public RecordBatch(
      String hireId,
      String runId,
      @Nullable String continuedFrom,
      HireDocument hire,
      List<MilestoneDocument> milestones,
      List<ApprovalDocument> approvals,
      List<IncidentDocument> incidents,
      List<HireEvent> events) {
    this(
        hireId,
        runId,
        continuedFrom,
        hire,
        milestones,
        approvals,
        incidents,
        events,
        List.of(),
        null);
  }

  public RecordBatch {
    milestones = List.copyOf(milestones);
    approvals = List.copyOf(approvals);
    incidents = List.copyOf(incidents);
    events = List.copyOf(events);
    ledger = ledger == null ? List.of() : List.copyOf(ledger);
  }
}
