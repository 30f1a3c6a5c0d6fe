package dev.tenure.activities.journal;

import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.journal.JournalActivities;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;

/** {@link JournalActivities} on the journal's database. */
public final class JournalRecorder implements JournalActivities {

  /** Failure type of a journal that cannot be reached now. */
  public static final String UNAVAILABLE = "journal_unavailable";

  private final HireRecords records;

  public JournalRecorder(HireRecords records) {
    this.records = records;
  }

  @Override
  public MarketplaceNotifications record(RecordBatch batch) {
    try {
      return records.record(batch);
    } catch (JournalUnavailable e) {
      throw ApplicationFailure.newBuilder()
          .setMessage(e.getMessage())
          .setType(UNAVAILABLE)
          .setCategory(ApplicationErrorCategory.BENIGN)
          .build();
    }
  }
}
