package dev.tenure.workflows.seeds;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.journal.JournalActivities;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A journal in memory: the documents as they stand, the events, and the runs that spoke. */
final class RememberingJournal implements JournalActivities {
  private final Map<Long, HireEvent> events = new TreeMap<>();
  private final Map<String, MilestoneDocument> milestones = new LinkedHashMap<>();
  private final Map<String, ApprovalDocument> approvals = new LinkedHashMap<>();
  private final Map<String, IncidentDocument> incidents = new LinkedHashMap<>();
  private final Set<String> runs = new LinkedHashSet<>();
  private int epochs;
  private int batches;
  private @Nullable String run;
  private @Nullable HireDocument hire;

  @Override
  public synchronized MarketplaceNotifications record(RecordBatch batch) {
    if (!Objects.equals(batch.runId(), run)) {
      if (run == null || !Objects.equals(batch.continuedFrom(), run)) {
        epochs++;
      }
      run = batch.runId();
      runs.add(run);
    }
    batches++;
    hire = batch.hire();
    batch.events().forEach(event -> events.put(event.number(), event));
    batch.milestones().forEach(document -> milestones.put(document.key(), document));
    batch.approvals().forEach(document -> approvals.put(document.id(), document));
    batch.incidents().forEach(document -> incidents.put(document.id(), document));
    return new MarketplaceNotifications(List.of());
  }

  /** Absent until something was recorded. */
  synchronized @Nullable HireDocument hire() {
    return hire;
  }

  synchronized boolean closed() {
    return hire != null && hire.status().closed();
  }

  synchronized List<HireEvent> events() {
    return List.copyOf(events.values());
  }

  synchronized List<MilestoneDocument> milestones() {
    return List.copyOf(milestones.values());
  }

  synchronized List<ApprovalDocument> approvals() {
    return List.copyOf(approvals.values());
  }

  synchronized List<IncidentDocument> openIncidents() {
    return incidents.values().stream().filter(IncidentDocument::open).toList();
  }

  synchronized List<String> runs() {
    return new ArrayList<>(runs);
  }

  synchronized int epochs() {
    return epochs;
  }

  synchronized int batches() {
    return batches;
  }
}
