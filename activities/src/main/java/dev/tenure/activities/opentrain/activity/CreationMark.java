package dev.tenure.activities.opentrain.activity;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.ActivityCompletionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an attempt to create may be a second one. The first attempt of a call is not. A later one
 * is innocent only where the one right before it left word in the heartbeat details, which the
 * service keeps, that it wrote nothing. Without that word somebody may have written: a worker died,
 * or a person reset the activity, which makes its attempt the first one again, at a later time.
 *
 * <p>The word goes past the SDK's own {@code heartbeat}, which holds details back; and all beats of
 * the activity go through here, lest one without the word overwrites it.
 */
final class CreationMark {

  private static final Logger LOG = LoggerFactory.getLogger(CreationMark.class);

  /** Milliseconds between two readings of one clock; nobody resets an activity as soon as that. */
  private static final long TOGETHER = 50;

  private static final String WROTE_NOTHING = "wrote nothing in attempt ";

  private final ActivityCompletionClient service;
  private final byte[] task;
  private final int attempt;
  private final boolean maybeSecond;
  private @Nullable String word;

  private CreationMark(
      ActivityCompletionClient service, byte[] task, int attempt, boolean maybeSecond) {
    this.service = service;
    this.task = task;
    this.attempt = attempt;
    this.maybeSecond = maybeSecond;
  }

  static CreationMark of(ActivityExecutionContext context) {
    ActivityInfo info = context.getInfo();
    return new CreationMark(
        context.getWorkflowClient().newActivityCompletionClient(),
        context.getTaskToken(),
        info.getAttempt(),
        maybeSecond(
            info.getAttempt(),
            info.getCurrentAttemptScheduledTimestamp() - info.getScheduledTimestamp() < TOGETHER,
            context.getHeartbeatDetails(String.class)));
  }

  /**
   * Whether an attempt may repeat what another one wrote.
   *
   * @param atOnce whether it was scheduled together with its activity
   * @param word what the attempt before left
   */
  static boolean maybeSecond(int attempt, boolean atOnce, Optional<String> word) {
    return attempt == 1 ? !atOnce : !word.equals(Optional.of(WROTE_NOTHING + (attempt - 1)));
  }

  boolean maybeSecond() {
    return maybeSecond;
  }

  synchronized void beat() {
    service.heartbeat(task, word);
  }

  /**
   * The attempt ends and wrote nothing. A word that the service does not take only makes the next
   * attempt more careful.
   */
  synchronized void wroteNothing() {
    word = WROTE_NOTHING + attempt;
    try {
      service.heartbeat(task, word);
    } catch (ActivityCompletionException e) {
      LOG.debug("the word that nothing was written was not taken: {}", e.toString());
    }
  }
}
