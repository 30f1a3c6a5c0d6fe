package dev.tenure.lifecycle.record;

import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.hire.Recorded;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.HireDocument;
import dev.tenure.model.HireEvent;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.RecordBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference between what was told of a hire and its state: the documents that changed, and the
 * events in business words.
 *
 * @param snapshot what counts as told once these changes are
 */
public record Changes(
    Snapshot snapshot,
    HireDocument header,
    List<MilestoneDocument> milestones,
    List<ApprovalDocument> approvals,
    List<IncidentDocument> incidents,
    List<HireEvent> events) {

  /**
   * What is new, with its versions and event numbers. A hire of which nothing was told is requested
   * by that.
   */
  public static Changes since(Snapshot before, Hire hire, Instant now) {
    Snapshot after = Snapshot.of(hire);
    List<String> changed = changed(before, after);
    List<Events.Draft> drafts = Events.between(before, hire, after);
    HireDocument header = after.header();
    if (changed.isEmpty() && drafts.isEmpty() && header != null && header.equals(before.header())) {
      return new Changes(after, header, List.of(), List.of(), List.of(), List.of());
    }
    Recorded recorded = hire.recorded();
    recorded.change(now);
    changed.forEach(recorded::changed);
    return new Changes(
        Snapshot.of(hire),
        Documents.header(hire),
        hire.milestones().stream()
            .filter(milestone -> changed.contains(Documents.key(milestone)))
            .map(milestone -> Documents.of(hire, milestone))
            .toList(),
        hire.asks().stream()
            .filter(ask -> ask.approval() != null && changed.contains(Documents.key(ask)))
            .map(ask -> Documents.of(hire, ask))
            .toList(),
        hire.incidents().stream()
            .filter(incident -> changed.contains(Documents.key(incident)))
            .map(incident -> Documents.of(hire, incident))
            .toList(),
        drafts.stream().map(draft -> draft.event(recorded.nextEvent(), now)).toList());
  }

  public boolean isEmpty(Snapshot before) {
    return before.header() != null && before.header().version() == header.version();
  }

  /** For the journal, said by this run. */
  public RecordBatch batch(Hire hire, String runId) {
    return new RecordBatch(
        hire.id(),
        runId,
        hire.recorded().continuedFrom(),
        header,
        milestones,
        approvals,
        incidents,
        events);
  }

  /** The keys of the documents that differ in anything but their version. */
  private static List<String> changed(Snapshot before, Snapshot after) {
    List<String> changed = new ArrayList<>();
    after
        .milestones()
        .forEach(
            (key, view) -> {
              Snapshot.MilestoneView known = before.milestones().get(key);
              if (known == null || !known.document().equals(view.document())) {
                changed.add("milestone " + key);
              }
            });
    after
        .approvals()
        .forEach(
            (id, view) -> {
              Snapshot.ApprovalView known = before.approvals().get(id);
              if (known == null || !known.document().equals(view.document())) {
                changed.add("approval " + id);
              }
            });
    for (Incident incident : after.incidents().values()) {
      if (!incident.equals(before.incidents().get(incident.id()))) {
        changed.add(Documents.key(incident));
      }
    }
    return changed;
  }
}
