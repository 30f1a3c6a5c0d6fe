package dev.tenure.workflows.journal;

import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The permanent record, as the process sees it. */
@ActivityInterface
public interface JournalActivities {

  /**
   * Records events and the documents that they changed, once however often it is called.
   *
   * @return the notifications that were parked for the ids just recorded
   */
  @ActivityMethod(name = "record")
  MarketplaceNotifications record(RecordBatch batch);
}
