package dev.tenure.workflows;

import dev.tenure.model.Bells;
import dev.tenure.model.RecordBatch;
import dev.tenure.workflows.journal.JournalActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * Writes the hire's news into the journal: one quick local try, and if the journal is away the same
 * batch by an activity that never gives up. The process itself never waits for it.
 */
final class Recorder {
  private final Book book;
  private final Reports reports;
  private final Doorbells bells;
  private final Face face;
  private boolean finishing;
  private boolean spoke;

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

  Recorder(Book book, Doorbells bells, Face face) {
    this.book = book;
    this.reports = new Reports(book);
    this.bells = bells;
    this.face = face;
  }

  /** Runs until {@link #finish} was called and the last event is recorded. */
  void run() {
    for (; ; ) {
      Workflow.await(() -> reports.hasNews() || finishing);
      if (!reports.hasNews()) {
        return;
      }
      flush();
    }
  }

  /** Records what is new now. */
  void flush() {
    face.show();
    spoke = true;
    bells.ring(record(reports.takeNews()));
  }

  private Bells record(RecordBatch batch) {
    try {
      book.news.localTryBegins();
      return quick.record(batch);
    } catch (ActivityFailure journalAway) {
      book.news.journalAway(true);
      return patient.record(batch);
    } finally {
      book.news.localTryEnded();
      book.news.journalAway(false);
    }
  }

  /** The journal knows only runs that have spoken to it: the next one carries on from those. */
  void handOver() {
    if (spoke) {
      book.state.continuedFrom = Workflow.getInfo().getRunId();
    }
  }

  boolean behind() {
    return reports.hasNews();
  }

  void finish() {
    finishing = true;
  }
}
