package dev.tenure.activities.breaker;

import dev.tenure.activities.breaker.Attempt.HeldCall;
import dev.tenure.lifecycle.call.Obstacle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An obstacle that concerns the whole account, and the calls that it holds. Not thread-safe. */
final class OpenCircuit {

  /** A little less than the hires' own first slow interval, so that a hire alone never waits. */
  private static final Duration FIRST = Duration.ofSeconds(24);

  private static final Duration LONGEST = Duration.ofMinutes(12);

  /** How many hires each success wakes: a few, since the way may be clear for small sums only. */
  private static final int WOKEN_AT_ONCE = 8;

  private final Set<HeldCall> held = new LinkedHashSet<>();
  private final Set<String> calls = new HashSet<>();
  private Obstacle obstacle;
  private Duration interval = FIRST;
  private Instant nextProbe;
  private boolean recovering;

  OpenCircuit(Obstacle obstacle, Instant now) {
    this.obstacle = obstacle;
    this.nextProbe = now.plus(FIRST);
  }

  Obstacle obstacle() {
    return obstacle;
  }

  int size() {
    return held.size();
  }

  boolean holds(HeldCall call) {
    return held.contains(call);
  }

  boolean concerns(String type) {
    return calls.contains(type);
  }

  /** Whether one of those held may ask; if so, the next one's turn comes an interval later. */
  boolean takeProbe(Instant now) {
    if (!recovering && now.isBefore(nextProbe)) {
      return false;
    }
    nextProbe = now.plus(interval);
    return true;
  }

  /**
   * It was met. Only a slow call that meets it makes the probes rarer: that one was a probe.
   *
   * @param wait no probe comes earlier
   */
  void failed(Attempt attempt, Obstacle met, Instant now, @Nullable Duration wait) {
    obstacle = met;
    if (recovering) {
      recovering = false;
      interval = FIRST;
      nextProbe = now.plus(FIRST);
    } else if (attempt.slow()) {
      interval = min(interval.multipliedBy(2), LONGEST);
      nextProbe = now.plus(interval);
    }
    if (wait != null && nextProbe.isBefore(now.plus(wait))) {
      nextProbe = now.plus(wait);
    }
    held.remove(attempt.heldCall());
    held.add(attempt.heldCall());
    calls.add(attempt.call());
  }

  /** The call is held by something else now; another one shall find out about this. */
  void leave(HeldCall call, Instant now) {
    if (held.remove(call)) {
      nextProbe = now;
    }
  }

  /** A call got through: the hires to wake, oldest first; each one's success wakes more. */
  List<String> recover(HeldCall succeeded) {
    recovering = true;
    held.remove(succeeded);
    List<String> woken = new ArrayList<>();
    Iterator<HeldCall> next = held.iterator();
    while (next.hasNext() && woken.size() < WOKEN_AT_ONCE) {
      woken.add(next.next().workflowId());
      next.remove();
    }
    return woken;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
