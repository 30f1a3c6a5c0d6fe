package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.Lifecycle;
import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.lifecycle.record.Documents;
import dev.tenure.lifecycle.record.Snapshot;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.HireEvent;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MarketplaceNotifications;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.RecordBatch;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.journal.JournalActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes what is new of a hire into the journal: one quick local try, and if the journal is away
 * the same batch by an activity that never gives up. The process itself never waits for it.
 */
final class Recorder {
  private final Hire hire;
  private final Consumer<MarketplaceNotifications> parked;
  private final Runnable ended;
  private final HireDetails details;
  private Snapshot told;
  private boolean busy;
  private boolean behind;
  private boolean spoke;

  private final Map<String, MilestoneDocument> milestones = new LinkedHashMap<>();
  private final Map<String, ApprovalDocument> approvals = new LinkedHashMap<>();
  private final Map<String, IncidentDocument> incidents = new LinkedHashMap<>();
  private final List<HireEvent> events = new ArrayList<>();
  private boolean news;

  private final JournalActivities quick =
      Workflow.newLocalActivityStub(
          JournalActivities.class,
          LocalActivityOptions.newBuilder()
              .setStartToCloseTimeout(Duration.ofSeconds(1))
              .setScheduleToCloseTimeout(Duration.ofSeconds(1))
              .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
              .setDoNotIncludeArgumentsIntoMarker(true)
              .setSummary("record")
              .build());
  private final JournalActivities patient =
      Workflow.newActivityStub(
          JournalActivities.class,
          ActivityOptions.newBuilder()
              .setTaskQueue(TaskQueues.HIRES)
              .setStartToCloseTimeout(Duration.ofSeconds(30))
              .setRetryOptions(
                  RetryOptions.newBuilder()
                      .setInitialInterval(Duration.ofSeconds(1))
                      .setMaximumInterval(Duration.ofMinutes(1))
                      .build())
              .setSummary("record: the journal was away")
              .build());

  /**
   * A recorder of one run.
   *
   * @param parked takes what the journal had kept for the hire
   * @param ended runs when a batch was written
   */
  Recorder(Hire hire, boolean begins, Consumer<MarketplaceNotifications> parked, Runnable ended) {
    this.hire = hire;
    this.parked = parked;
    this.ended = ended;
    this.details = new HireDetails(hire);
    this.told = begins ? Snapshot.nothingOf(hire) : Snapshot.of(hire);
  }

  /** Whether everything that was told is written. */
  boolean idle() {
    return !busy && !news;
  }

  /** Whether the journal was away when it was last tried, and has not come back. */
  boolean behind() {
    return behind;
  }

  /** Takes down what has changed and begins to write it, unless a batch is under way. */
  void tell(Instant now) {
    take(now);
    if (news && !busy) {
      details.show();
      busy = true;
      spoke = true;
      write(batch(List.copyOf(events)));
    }
  }

  /** Takes down what has changed since it was last told. */
  void take(Instant now) {
    Changes<Snapshot> changes = Lifecycle.changes(told, hire, now);
    if (!changes.isEmpty(told)) {
      changes.milestones().forEach(document -> milestones.put(document.key(), document));
      changes.approvals().forEach(document -> approvals.put(document.id(), document));
      changes.incidents().forEach(document -> incidents.put(document.id(), document));
      events.addAll(changes.events());
      news = true;
    }
    told = changes.snapshot();
  }

  /** The documents that are not written yet: what a command answers with. */
  RecordBatch unrecorded() {
    return batch(List.of());
  }

  /** The whole hire, for whoever asks. */
  RecordBatch everything() {
    return Lifecycle.everything(hire).batch(hire, Workflow.getInfo().getRunId());
  }

  /** The journal knows only runs that have spoken to it: the next one carries on from those. */
  void handOver() {
    if (spoke) {
      hire.recorded().continueFrom(Workflow.getInfo().getRunId());
    }
  }

  private RecordBatch batch(List<HireEvent> said) {
    return new RecordBatch(
        hire.id(),
        Workflow.getInfo().getRunId(),
        hire.recorded().continuedFrom(),
        Documents.header(hire),
        List.copyOf(milestones.values()),
        List.copyOf(approvals.values()),
        List.copyOf(incidents.values()),
        said);
  }

  private void write(RecordBatch batch) {
    milestones.clear();
    approvals.clear();
    incidents.clear();
    events.clear();
    news = false;
    Promise<MarketplaceNotifications> tried = Async.function(quick::record, batch);
    tried.handle(
        (notifications, journalAway) -> {
          if (journalAway == null) {
            written(notifications);
          } else {
            behind = true;
            Async.function(patient::record, batch).thenApply(this::written);
            ended.run();
          }
          return null;
        });
  }

  private boolean written(MarketplaceNotifications notifications) {
    busy = false;
    behind = false;
    if (!notifications.notifications().isEmpty()) {
      parked.accept(notifications);
    }
    ended.run();
    return true;
  }
}
