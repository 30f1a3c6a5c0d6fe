package dev.tenure.api.paging;

import dev.tenure.journal.store.Slice;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next what to give as {@code cursor} to read on; null where nothing follows
 * @param hasMore whether something follows already
 */
@Serdeable
public record Page<T>(List<T> items, @Nullable String next, boolean hasMore) {

  /** A page whose last item says where the next one begins. */
  public static <V, T> Page<T> of(Slice<V> slice, Function<V, T> item, Function<V, String> cursor) {
    return new Page<>(
        slice.items().stream().map(item).toList(),
        slice.more() ? cursor.apply(slice.items().getLast()) : null,
        slice.more());
  }

  /** A list that is always whole. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null, false);
  }
}
