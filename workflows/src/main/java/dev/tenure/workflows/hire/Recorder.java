package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.HireLifecycle;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.lifecycle.record.HireSnapshot;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.LedgerEntry;
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
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Writes what is new of a hire into the journal: one quick local try, and if the journal is away
 * the same batch by an activity that never gives up. The process itself never waits for it.
 *
 * @param <S> what of the hire has been told
 */
final class Recorder<S extends HireSnapshot> {
  private final HireLifecycle<?, ?, S> rules;
  private final Consumer<MarketplaceNotifications> parked;
  private final Runnable ended;
  private final HireDetails details = new HireDetails();
  private S told;
  private boolean busy;
  private boolean behind;
  private boolean spoke;

  private final Map<String, MilestoneDocument> milestones = new LinkedHashMap<>();
  private final Map<String, ApprovalDocument> approvals = new LinkedHashMap<>();
  private final Map<String, IncidentDocument> incidents = new LinkedHashMap<>();
  private final List<HireEvent> events = new ArrayList<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
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
   * @param told what of the hire has been told before it
   * @param parked takes what the journal had kept for the hire
   * @param ended runs when a batch was written
   */
  Recorder(
      HireLifecycle<?, ?, S> rules,
      S told,
      Consumer<MarketplaceNotifications> parked,
      Runnable ended) {
    this.rules = rules;
    this.told = told;
    this.parked = parked;
    this.ended = ended;
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
      details.show(everything());
      busy = true;
      spoke = true;
      write(batch(List.copyOf(events), List.copyOf(ledger)));
    }
  }

  /** Takes down what has changed since it was last told. */
  void take(Instant now) {
    Changes<S> changes = rules.changes(told, now);
    if (!changes.isEmpty(told)) {
      changes.milestones().forEach(document -> milestones.put(document.key(), document));
      changes.approvals().forEach(document -> approvals.put(document.id(), document));
      changes.incidents().forEach(document -> incidents.put(document.id(), document));
      events.addAll(changes.events());
      ledger.addAll(changes.ledger());
      news = true;
    }
    told = changes.snapshot();
  }

  /** The documents that are not written yet: what a command answers with. */
  RecordBatch unrecorded() {
    return batch(List.of(), List.of());
  }

  /** The whole hire, for whoever asks. */
  RecordBatch everything() {
    return rules.everything().batch(rules.hire(), runId());
  }

  /** The journal knows only runs that have spoken to it: the next one carries on from those. */
  void handOver() {
    if (spoke) {
      rules.hire().recorded().continueFrom(runId());
    }
  }

  private static String runId() {
    return Workflow.getInfo().getRunId();
  }

  private RecordBatch batch(List<HireEvent> said, List<LedgerEntry> booked) {
    return new RecordBatch(
        rules.hire().id(),
        runId(),
        rules.hire().recorded().continuedFrom(),
        Objects.requireNonNull(told.header()),
        List.copyOf(milestones.values()),
        List.copyOf(approvals.values()),
        List.copyOf(incidents.values()),
        said,
        booked,
        null);
  }

  private void write(RecordBatch batch) {
    milestones.clear();
    approvals.clear();
    incidents.clear();
    events.clear();
    ledger.clear();
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
