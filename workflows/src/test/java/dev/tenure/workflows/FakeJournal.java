package dev.tenure.workflows;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.Bell;
import dev.tenure.model.Bells;
import dev.tenure.model.HireDocument;
import dev.tenure.model.HireEvent;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.RecordBatch;
import dev.tenure.workflows.journal.JournalActivities;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A journal in memory that can be away, and that hands out parked bells once. */
final class FakeJournal implements JournalActivities {
  final List<HireEvent> events = new CopyOnWriteArrayList<>();
  final Map<String, MilestoneDocument> milestones = new ConcurrentHashMap<>();
  final Map<String, ApprovalDocument> approvals = new ConcurrentHashMap<>();
  final Map<String, IncidentDocument> incidents = new ConcurrentHashMap<>();
  final AtomicInteger refused = new AtomicInteger();
  final AtomicInteger localTries = new AtomicInteger();
  private final List<Bell> parked = new CopyOnWriteArrayList<>();
  private volatile @Nullable HireDocument hire;
  private volatile boolean away;

  @Override
  public Bells record(RecordBatch batch) {
    if (Activity.getExecutionContext().getInfo().isLocal()) {
      localTries.incrementAndGet();
    }
    if (away) {
      refused.incrementAndGet();
      throw ApplicationFailure.newFailure("the journal is away", "journal_unavailable");
    }
    hire = batch.hire();
    events.addAll(batch.events());
    batch.milestones().forEach(document -> milestones.put(document.key(), document));
    batch.approvals().forEach(document -> approvals.put(document.id(), document));
    batch.incidents().forEach(document -> incidents.put(document.id(), document));
    return new Bells(takeParked(batch));
  }

  private List<Bell> takeParked(RecordBatch batch) {
    Set<String> recorded =
        batch.approvals().stream().map(ApprovalDocument::id).collect(Collectors.toSet());
    List<Bell> mine = parked.stream().filter(bell -> recorded.contains(bell.approvalId())).toList();
    parked.removeAll(mine);
    return mine;
  }

  void park(Bell bell) {
    parked.add(bell);
  }

  void away(boolean now) {
    away = now;
  }

  MilestoneDocument milestone(String key) {
    return Objects.requireNonNull(milestones.get(key), key);
  }

  ApprovalDocument approval(String id) {
    return Objects.requireNonNull(approvals.get(id), id);
  }

  HireDocument hire() {
    return Objects.requireNonNull(hire, "nothing recorded yet");
  }

  List<String> eventTypes() {
    return events.stream().map(HireEvent::type).toList();
  }
}
