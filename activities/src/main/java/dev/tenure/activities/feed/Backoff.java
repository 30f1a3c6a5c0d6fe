package dev.tenure.activities.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Waits that double from one second to thirty, each shortened by chance to spread the load. */
final class Backoff {

  static final Duration MOST = Duration.ofSeconds(30);

  private static final int DOUBLINGS = 5;

  private final RandomGenerator chance;
  private int failures;

  Backoff(RandomGenerator chance) {
    this.chance = chance;
  }

  /** The wait after one more failure; never shorter than what the other side asks for. */
  Duration next(@Nullable Duration asked) {
    long whole = Math.min(1_000L << Math.min(failures++, DOUBLINGS), MOST.toMillis());
    Duration wait = Duration.ofMillis(whole / 2 + chance.nextLong(whole / 2 + 1));
    return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
  }

  /** It works again; true when it had failed. */
  boolean reset() {
    boolean failed = failures > 0;
    failures = 0;
    return failed;
  }
}
