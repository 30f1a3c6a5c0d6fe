package dev.tenure.journal.store;

import java.util.List;

/** Part of a longer list, and whether more follows. */
public record Slice<T>(List<T> items, boolean more) {

  public Slice {
    items = List.copyOf(items);
  }

  /** Of one item more than the limit, keeps as many as the limit. */
  public static <T> Slice<T> of(List<T> oneMore, int limit) {
    boolean more = oneMore.size() > limit;
    return new Slice<>(more ? oneMore.subList(0, limit) : oneMore, more);
  }
}
