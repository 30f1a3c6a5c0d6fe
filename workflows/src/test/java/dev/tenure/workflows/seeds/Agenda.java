package dev.tenure.workflows.seeds;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen when, on the hire's own clock. */
final class Agenda {
  private final PriorityQueue<Item> items =
      new PriorityQueue<>(Comparator.comparingLong(Item::at).thenComparingLong(Item::order));
  private long count;

  private record Item(long at, long order, Runnable work) {}

  void at(long millis, Runnable work) {
    items.add(new Item(millis, count++, work));
  }

  /** Does what is due, also what only then becomes due. */
  void run(long now) {
    while (!items.isEmpty() && items.element().at() <= now) {
      items.remove().work().run();
    }
  }

  /** Never, where nothing is to happen. */
  long next() {
    return items.isEmpty() ? Long.MAX_VALUE : items.element().at();
  }
}
