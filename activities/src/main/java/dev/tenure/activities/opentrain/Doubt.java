package dev.tenure.activities.opentrain;

import dev.tenure.activities.Stopping;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks several times for something that may have been made, and gives up in bounded time. */
final class Doubt {

  private static final Logger LOG = LoggerFactory.getLogger(Doubt.class);

  /**
   * How long to look.
   *
   * @param reads how many readable answers must not show it
   * @param pause between two looks
   * @param atMost after this, answers or not, it is over
   */
  record Patience(int reads, Duration pause, Duration atMost) {

    /** Three reads over two seconds; an outage may last 40 s, below the activity's 60. */
    static final Patience DEFAULT = new Patience(3, Duration.ofSeconds(1), Duration.ofSeconds(40));
  }

  @FunctionalInterface
  interface Look<T> {
    Optional<T> now() throws OpenTrainException;
  }

  private final Stopping stopping;
  private final Patience patience;

  Doubt(Stopping stopping, Patience patience) {
    this.stopping = stopping;
    this.patience = patience;
  }

  /**
   * Looks until it is seen, or long enough.
   *
   * @throws Unavailable when the worker stops meanwhile: another one shall look on
   */
  <T> Optional<T> look(Look<T> look) throws Unavailable {
    long end = System.nanoTime() + patience.atMost().toNanos();
    int unseen = 0;
    while (true) {
      try {
        Optional<T> found = look.now();
        if (found.isPresent() || ++unseen >= patience.reads()) {
          return found;
        }
      } catch (OpenTrainException e) {
        LOG.debug("a look in doubt failed: {}", e.getMessage());
      }
      if (System.nanoTime() - end >= 0) {
        return Optional.empty();
      }
      pause();
    }
  }

  private void pause() throws Unavailable {
    try {
      if (stopping.within(patience.pause())) {
        throw new Unavailable("the worker stops while it looks", null, null, true);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("the worker was interrupted while it looks", e, null, true);
    }
  }
}
