package dev.tenure.activities.feed;

import dev.tenure.activities.Beats;
import dev.tenure.activities.Heart;
import dev.tenure.activities.Stopping;
import dev.tenure.activities.feed.UpdatesSource.NoPageException;
import dev.tenure.journal.Feed;
import dev.tenure.journal.JournalUnavailable;
import dev.tenure.workflows.feed.FeedActivities;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
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

  /** Failure type of a follower whose worker stops: another worker shall take over at once. */
  public static final String WORKER_STOPPING = "worker_stopping";

  private static final Logger LOG = LoggerFactory.getLogger(UpdatesFollower.class);
  private static final Duration HAND_OVER = Duration.ofMillis(100);
  private static final Duration SLICE = Duration.ofSeconds(1);

  private final UpdatesSource source;
  private final Feed feed;
  private final Bellringer ringer;
  private final Stopping stopping;
  private final Duration interval;

  public UpdatesFollower(
      UpdatesSource source, Feed feed, Bellringer ringer, Stopping stopping, Duration interval) {
    this.source = source;
    this.feed = feed;
    this.ringer = ringer;
    this.stopping = stopping;
    this.interval = interval;
  }

  @Override
  public void followUpdates(String account) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Rounds rounds = new Rounds(account, source, feed, ringer, InstantSource.system());
    Backoff backoff = new Backoff(RandomGenerator.getDefault());
    long end = System.nanoTime() + term(context).toNanos();
    while (System.nanoTime() - end < 0) {
      rest(context, round(account, rounds, backoff));
    }
  }

  /** It returns before its attempt would be timed out; its caller begins anew. */
  private static Duration term(ActivityExecutionContext context) {
    return context.getInfo().getStartToCloseTimeout().dividedBy(10).multipliedBy(9);
  }

  /** One page; answers how long to rest before the next. */
  private Duration round(String account, Rounds rounds, Backoff backoff) {
    try {
      Heart.Work<Boolean, NoPageException> next = rounds::next;
      boolean more = Beats.during(next);
      if (backoff.reset()) {
        rounds.recovered();
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

  /** Rests in slices with a beat each; a cancelled activity learns of it by its beat. */
  private void rest(ActivityExecutionContext context, Duration time) {
    Duration left = time;
    do {
      Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
      if (stops(slice)) {
        throw ApplicationFailure.newBuilder()
            .setMessage("the worker stops; another one follows the feed")
            .setType(WORKER_STOPPING)
            .setNextRetryDelay(HAND_OVER)
            .setCategory(ApplicationErrorCategory.BENIGN)
            .build();
      }
      context.heartbeat(null);
      left = left.minus(slice);
    } while (left.isPositive());
  }

  private boolean stops(Duration time) {
    try {
      return stopping.within(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static String describe(Exception e) {
    @Nullable String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
