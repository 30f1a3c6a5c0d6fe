package dev.tenure.activities.opentrain;

import dev.tenure.activities.opentrain.Attempt.Member;
import dev.tenure.lifecycle.marketplace.Obstacle;
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
final class Roadblock {

  /** A little less than the hires' own first slow interval, so that a hire alone never waits. */
  private static final Duration FIRST = Duration.ofSeconds(24);

  private static final Duration LONGEST = Duration.ofMinutes(12);

  /** How many hires each success rings: a few, since the way may be clear for small sums only. */
  private static final int RUNG_AT_ONCE = 8;

  private final Set<Member> held = new LinkedHashSet<>();
  private final Set<String> calls = new HashSet<>();
  private Obstacle obstacle;
  private Duration interval = FIRST;
  private Instant nextProbe;
  private boolean open;

  Roadblock(Obstacle obstacle, Instant now) {
    this.obstacle = obstacle;
    this.nextProbe = now.plus(FIRST);
  }

  Obstacle obstacle() {
    return obstacle;
  }

  int size() {
    return held.size();
  }

  boolean holds(Member member) {
    return held.contains(member);
  }

  boolean concerns(String call) {
    return calls.contains(call);
  }

  /** Whether one of those held may ask; if so, the next one's turn comes an interval later. */
  boolean takeTurn(Instant now) {
    if (!open && now.isBefore(nextProbe)) {
      return false;
    }
    nextProbe = now.plus(interval);
    return true;
  }

  /**
   * It was hit. Only a slow call's hit makes the probes rarer: that one was a probe.
   *
   * @param wait no probe comes earlier
   */
  void hit(Attempt attempt, Obstacle hit, Instant now, @Nullable Duration wait) {
    obstacle = hit;
    if (open) {
      open = false;
      interval = FIRST;
      nextProbe = now.plus(FIRST);
    } else if (attempt.slow()) {
      interval = min(interval.multipliedBy(2), LONGEST);
      nextProbe = now.plus(interval);
    }
    if (wait != null && nextProbe.isBefore(now.plus(wait))) {
      nextProbe = now.plus(wait);
    }
    held.remove(attempt.member());
    held.add(attempt.member());
    calls.add(attempt.call());
  }

  /** The call is held by something else now; another one shall find out about this. */
  void leave(Member member, Instant now) {
    if (held.remove(member)) {
      nextProbe = now;
    }
  }

  /** A call got through: the hires to ring, oldest first; each one's success rings more. */
  List<String> clear(Member through) {
    open = true;
    held.remove(through);
    List<String> rung = new ArrayList<>();
    Iterator<Member> next = held.iterator();
    while (next.hasNext() && rung.size() < RUNG_AT_ONCE) {
      rung.add(next.next().workflowId());
      next.remove();
    }
    return rung;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
