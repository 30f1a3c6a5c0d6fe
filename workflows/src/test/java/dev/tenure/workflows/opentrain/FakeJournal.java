package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.workflows.journal.JournalActivities;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A journal in memory that can be away, and that hands out parked notifications once. */
public final class FakeJournal implements JournalActivities {
  public final List<String> tries = new CopyOnWriteArrayList<>();
  private final Map<Long, HireEvent> events = new ConcurrentSkipListMap<>();
  public final Map<String, MilestoneDocument> milestones = new ConcurrentHashMap<>();
  public final Map<String, ApprovalDocument> approvals = new ConcurrentHashMap<>();
  public final Map<String, IncidentDocument> incidents = new ConcurrentHashMap<>();
  public final Map<String, LedgerEntry> ledger = new ConcurrentSkipListMap<>();
  private final List<MarketplaceNotification> parked = new CopyOnWriteArrayList<>();
  private volatile @Nullable HireDocument hire;
  public final List<String> epochs = new CopyOnWriteArrayList<>();
  private volatile @Nullable String run;
  private volatile boolean away;
  private volatile @Nullable Runnable duringRecord;

  @Override
  public MarketplaceNotifications record(RecordBatch batch) {
    boolean local = Activity.getExecutionContext().getInfo().isLocal();
    tries.add((local ? "local" : "ordinary") + (away ? " refused" : ""));
    if (away) {
      throw ApplicationFailure.newFailure("the journal is away", "journal_unavailable");
    }
    Runnable meanwhile = duringRecord;
    if (meanwhile != null) {
      duringRecord = null;
      meanwhile.run();
    }
    if (!Objects.equals(batch.runId(), run)) {
      if (run == null || !Objects.equals(batch.continuedFrom(), run)) {
        epochs.add(batch.runId());
      }
      run = batch.runId();
    }
    hire = batch.hire();
    batch.events().forEach(event -> events.put(event.number(), event));
    batch.milestones().forEach(document -> milestones.put(document.key(), document));
    batch.approvals().forEach(document -> approvals.put(document.id(), document));
    batch.incidents().forEach(document -> incidents.put(document.id(), document));
    batch.ledger().forEach(entry -> ledger.put(entry.id(), entry));
    return new MarketplaceNotifications(takeParked(batch));
  }

  private List<MarketplaceNotification> takeParked(RecordBatch batch) {
    Set<String> recorded =
        batch.approvals().stream().map(ApprovalDocument::id).collect(Collectors.toSet());
    List<MarketplaceNotification> mine =
        parked.stream()
            .filter(notification -> recorded.contains(notification.approvalId()))
            .toList();
    parked.removeAll(mine);
    return mine;
  }

  public void park(MarketplaceNotification notification) {
    parked.add(notification);
  }

  /** Something happens while the next batch is being recorded. */
  public void duringNextRecord(Runnable something) {
    duringRecord = something;
  }

  public void away(boolean now) {
    away = now;
  }

  public MilestoneDocument milestone(String key) {
    return Objects.requireNonNull(milestones.get(key), key);
  }

  public ApprovalDocument approval(String id) {
    return Objects.requireNonNull(approvals.get(id), id);
  }

  public HireDocument hire() {
    return Objects.requireNonNull(hire, "nothing recorded yet");
  }

  /** By number, each once: a batch may come twice when a worker dies in the middle of a task. */
  public List<HireEvent> events() {
    return List.copyOf(events.values());
  }

  public List<String> summaries(String type) {
    return events().stream()
        .filter(event -> event.type().equals(type))
        .map(HireEvent::summary)
        .toList();
  }

  public List<String> eventTypes() {
    return events().stream().map(HireEvent::type).toList();
  }
}
