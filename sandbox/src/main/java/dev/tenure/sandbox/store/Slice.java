package dev.tenure.sandbox.store;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first so many of a list, with whether there are more of it. */
public record Slice<T>(List<T> items, boolean more) {
  public static <T> Slice<T> of(Stream<T> all, int most) {
    List<T> found = all.limit(most + 1L).toList();
    return new Slice<>(found.subList(0, Math.min(most, found.size())), found.size() > most);
  }

  public <R> List<R> map(Function<T, R> shown) {
    return items.stream().map(shown).toList();
  }

  /** The cursor of what follows, which is the id of the last one; null when nothing does. */
  public @Nullable String next(Function<T, String> id) {
    return more ? id.apply(items.getLast()) : null;
  }
}
