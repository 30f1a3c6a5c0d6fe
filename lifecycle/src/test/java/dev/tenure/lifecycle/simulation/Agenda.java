package dev.tenure.lifecycle.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.PriorityQueue;

/** Virtual time, and what happens in it, in the order of instants and then of planning. */
public final class Agenda {
  public static final Instant BEGINNING = Instant.parse("2026-12-01T00:00:00Z");

  private record Entry(long at, long sequence, Runnable event) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private final long beginning = BEGINNING.toEpochMilli();
  private long sequence;
  private long now;
  private Instant instant = BEGINNING;

  /** Milliseconds since the beginning. */
  public long now() {
    return now;
  }

  public Instant instant() {
    return instant;
  }

  /** Milliseconds from the beginning to an instant, the next whole one. */
  public long millisOf(Instant when) {
    long millis = when.toEpochMilli() - beginning;
    return when.equals(when.truncatedTo(ChronoUnit.MILLIS)) ? millis : millis + 1;
  }

  public void after(long millis, Runnable event) {
    at(now + Math.max(0, millis), event);
  }

  public void at(long when, Runnable event) {
    entries.add(new Entry(Math.max(now, when), sequence++, event));
  }

  /** Makes the next thing happen; whether there was one by then. */
  public boolean step(long until) {
    Entry next = entries.peek();
    if (next == null || next.at() > until) {
      return false;
    }
    entries.remove();
    if (next.at() != now) {
      now = next.at();
      instant = BEGINNING.plusMillis(now);
    }
    next.event().run();
    return true;
  }

  /** Nothing happens until then. */
  public void passTo(long when) {
    if (when > now) {
      now = when;
      instant = BEGINNING.plusMillis(now);
    }
  }
}
