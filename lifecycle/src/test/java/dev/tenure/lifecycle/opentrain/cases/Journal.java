package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.record.OpenTrainSnapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.RecordBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is told of a hire, as the journal does, and holds every batch to the rules: events are
 * numbered without a gap, and versions only grow.
 */
final class Journal {
  private final List<HireEvent> events = new ArrayList<>();
  private final Map<String, MilestoneDocument> milestones = new LinkedHashMap<>();
  private final Map<String, ApprovalDocument> approvals = new LinkedHashMap<>();
  private final Map<String, IncidentDocument> incidents = new LinkedHashMap<>();
  private final Map<String, Long> versions = new LinkedHashMap<>();
  private @Nullable HireDocument header;
  private OpenTrainSnapshot told;
  private int run = 1;

  Journal(OpenTrainHire hire) {
    told = OpenTrainSnapshot.nothingOf(hire);
  }

  /** Tells what has changed; the shell does so whenever it has decided. */
  void record(OpenTrainHire hire, Instant now) {
    Changes<OpenTrainSnapshot> changes = new OpenTrainLifecycle(hire).changes(told, now);
    if (!changes.isEmpty(told)) {
      take(changes.batch(hire, "run_" + run));
    }
    assertThat(
            new OpenTrainLifecycle(hire)
                .changes(changes.snapshot(), now)
                .isEmpty(changes.snapshot()))
        .isTrue();
    told = changes.snapshot();
  }

  /** The next run has been told nothing, and goes on from the state alone. */
  void handOver(OpenTrainHire hire) {
    assertThat(OpenTrainSnapshot.of(hire)).isEqualTo(told);
    told = OpenTrainSnapshot.of(hire);
    hire.recorded().continueFrom("run_" + run);
    run++;
  }

  private void take(RecordBatch batch) {
    HireDocument hire = batch.hire();
    if (header != null) {
      assertThat(hire.version()).isGreaterThan(header.version());
    }
    header = hire;
    for (HireEvent event : batch.events()) {
      events.add(event);
      assertThat(event.number()).isEqualTo(events.size());
      assertThat(event.summary()).isNotBlank().doesNotContain("null", "Optional");
    }
    batch.milestones().forEach(milestone -> milestones.put(milestone.key(), milestone));
    batch.approvals().forEach(approval -> approvals.put(approval.id(), approval));
    batch.incidents().forEach(incident -> incidents.put(incident.id(), incident));
    batch.milestones().forEach(m -> grows("milestone " + m.key(), m.version(), hire.version()));
    batch.approvals().forEach(a -> grows("approval " + a.id(), a.version(), hire.version()));
    batch.incidents().forEach(i -> grows("incident " + i.id(), i.version(), hire.version()));
  }

  private void grows(String document, long version, long hire) {
    Long before = versions.put(document, version);
    assertThat(version).as(document).isEqualTo(hire);
    if (before != null) {
      assertThat(version).as(document).isGreaterThan(before);
    }
  }

  HireDocument hire() {
    return Objects.requireNonNull(header, "nothing was told yet");
  }

  List<HireEvent> events() {
    return events;
  }

  List<String> eventTypes() {
    return events.stream().map(HireEvent::type).toList();
  }

  List<String> summaries(String type) {
    return events.stream().filter(e -> e.type().equals(type)).map(HireEvent::summary).toList();
  }

  /** The only event of that type. */
  HireEvent event(String type) {
    List<HireEvent> found = events.stream().filter(e -> e.type().equals(type)).toList();
    assertThat(found).as(type).hasSize(1);
    return found.getFirst();
  }

  MilestoneDocument milestone(String key) {
    return Objects.requireNonNull(milestones.get(key), key);
  }

  Map<String, MilestoneDocument> milestones() {
    return milestones;
  }

  ApprovalDocument approval(String id) {
    return Objects.requireNonNull(approvals.get(id), id);
  }

  List<ApprovalDocument> approvals() {
    return List.copyOf(approvals.values());
  }

  /** Oldest first. */
  List<IncidentDocument> incidents() {
    return List.copyOf(incidents.values());
  }
}
