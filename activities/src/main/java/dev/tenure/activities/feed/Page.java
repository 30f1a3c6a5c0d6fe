package dev.tenure.activities.feed;

import dev.tenure.model.Bell;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an updates feed.
 *
 * @param cursor where the next page begins; absent when the marketplace named none
 * @param more whether the next page is there already
 */
public record Page(List<Rung> rung, @Nullable String cursor, boolean more) {

  /** A bell with its time, where the marketplace told it. */
  public record Rung(Bell bell, @Nullable Instant at) {}

  public Page {
    rung = List.copyOf(rung);
  }

  List<Bell> bells() {
    return rung.stream().map(Rung::bell).toList();
  }
}
