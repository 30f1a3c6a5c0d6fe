package dev.tenure.activities.feed;

import dev.tenure.activities.Heartbeats;
import dev.tenure.activities.LongActivity;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.feed.UpdatesSource.NoPageException;
import dev.tenure.journal.account.UpdatesFeed;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.workflows.feed.FeedActivities;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the updates feed until it is cancelled, the worker stops, or its term is nearly over.
 * Whatever fails is remembered in the journal and tried again.
 */
public final class UpdatesFollower implements FeedActivities {

  private static final Logger LOG = LoggerFactory.getLogger(UpdatesFollower.class);

  private final UpdatesSource source;
  private final UpdatesFeed feed;
  private final HireNotifier notifier;
  private final ShutdownSignal shutdown;
  private final Duration interval;

  public UpdatesFollower(
      UpdatesSource source,
      UpdatesFeed feed,
      HireNotifier notifier,
      ShutdownSignal shutdown,
      Duration interval) {
    this.source = source;
    this.feed = feed;
    this.notifier = notifier;
    this.shutdown = shutdown;
    this.interval = interval;
  }

  @Override
  public void followUpdates(String account) {
    FeedConsumer consumer =
        new FeedConsumer(account, source, feed, notifier, InstantSource.system());
    Backoff backoff = new Backoff(RandomGenerator.getDefault());
    LongActivity.of(shutdown, "the worker stops; another one follows the feed")
        .repeat(() -> round(account, consumer, backoff));
  }

  /** One page; answers how long to rest before the next. */
  private Duration round(String account, FeedConsumer consumer, Backoff backoff) {
    try {
      Duration wait = source.untilNext(consumer.catchingUp());
      if (wait.isPositive()) {
        return wait;
      }
      Heartbeats.Work<Boolean, NoPageException> next = consumer::next;
      boolean more = Heartbeats.whileRunning(next);
      if (backoff.reset()) {
        consumer.recovered();
        LOG.info("The updates feed of account {} is followed again", account);
      }
      return more ? Duration.ZERO : interval;
    } catch (ActivityCompletionException e) {
      throw e;
    } catch (NoPageException e) {
      return failed(account, e, backoff.next(e.retryAfter()));
    } catch (RuntimeException e) {
      return failed(account, e, backoff.next(null));
    }
  }

  private Duration failed(String account, Exception e, Duration wait) {
    String words = describe(e);
    LOG.warn(
        "The updates feed of account {} cannot be followed, next try in {} ms: {}",
        account,
        wait.toMillis(),
        words);
    remember(account, words);
    return wait;
  }

  private void remember(String account, String words) {
    try {
      feed.failed(account, words);
    } catch (JournalUnavailable e) {
      LOG.debug("the journal cannot remember that the feed failed: {}", e.getMessage());
    }
  }

  private static String describe(Exception e) {
    @Nullable String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
