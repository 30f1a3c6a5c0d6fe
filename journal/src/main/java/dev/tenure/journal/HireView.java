package dev.tenure.journal;

import dev.tenure.model.HireDocument;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import java.util.List;

/** A hire with its milestones, in order, and its incidents, oldest first, closed ones too. */
public record HireView(
    HireRow row, List<MilestoneDocument> milestones, List<IncidentDocument> incidents) {

  public HireView {
    milestones = List.copyOf(milestones);
    incidents = List.copyOf(incidents);
  }

  public String id() {
    return row.id();
  }

  public HireDocument document() {
    return row.document();
  }

  public List<IncidentDocument> openIncidents() {
    return incidents.stream().filter(IncidentDocument::open).toList();
  }
}
