package dev.tenure.workflows.feed;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The updates feed, as the process sees it. */
@ActivityInterface
public interface FeedActivities {

  /**
   * Polls the feed, notifies the hires concerned and keeps the cursor in the journal, heartbeating,
   * until cancelled or until the worker stops. Notifications of unknown subjects are parked.
   */
  @ActivityMethod(name = "follow-updates")
  void followUpdates(String account);
}
