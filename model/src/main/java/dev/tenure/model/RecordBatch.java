package dev.tenure.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one hire with the documents that they changed, for the journal.
 *
 * @param runId the workflow run that speaks
 * @param continuedFrom the run that this one carries on, if any: a run that is neither the known
 *     one nor its continuation opens a new epoch
 */
public record RecordBatch(
    String hireId,
    String runId,
    @Nullable String continuedFrom,
    HireDocument hire,
    List<MilestoneDocument> milestones,
    List<ApprovalDocument> approvals,
    List<IncidentDocument> incidents,
    List<HireEvent> events) {

  public RecordBatch {
    milestones = List.copyOf(milestones);
    approvals = List.copyOf(approvals);
    incidents = List.copyOf(incidents);
    events = List.copyOf(events);
  }
}
