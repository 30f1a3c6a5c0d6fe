package dev.tenure.api.hires;

import dev.tenure.journal.HireView;
import dev.tenure.journal.Hires;
import dev.tenure.journal.Notices;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Holds an answer until there is something for a person to do. */
@Singleton
final class Patience {

  // Should word of a change get lost, it is looked for this often all the same.
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Hires hires;
  private final Notices notices;

  Patience(Hires hires, Notices notices) {
    this.hires = hires;
    this.notices = notices;
  }

  HireView await(HireView hire, Duration wait) throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    HireView now = hire;
    while (!telling(now)) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return now;
      }
      long seen = notices.seen();
      Optional<HireView> read = hires.find(hire.id());
      now = read.orElse(now);
      if (!telling(now)) {
        notices.await(seen, Duration.ofNanos(Math.min(left, LOOK.toNanos())));
      }
    }
    return now;
  }

  private static boolean telling(HireView hire) {
    return hire.document().status().closed()
        || !hire.openIncidents().isEmpty()
        || hire.document().waitingFor().stream().anyMatch(waiting -> waiting.url() != null);
  }
}
