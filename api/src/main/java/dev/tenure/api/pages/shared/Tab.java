package dev.tenure.api.pages.shared;

import dev.tenure.model.wire.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list that can be chosen, with how much is in it, ready to print. */
public record Tab(String words, long count, String path, boolean chosen) {

  /**
   * One for everything, and one for each value that there is or that is chosen.
   *
   * @param path the address of what has a value; of everything without one
   */
  public static <E extends Enum<E> & WireName> List<Tab> of(
      Class<E> type, Map<E, Long> counts, @Nullable E chosen, Function<@Nullable E, String> path) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Tab> tabs = new ArrayList<>();
    tabs.add(new Tab("All", all, path.apply(null), chosen == null));
    for (E one : type.getEnumConstants()) {
      long count = counts.getOrDefault(one, 0L);
      if (count > 0 || one == chosen) {
        tabs.add(new Tab(Glossary.words(one), count, path.apply(one), one == chosen));
      }
    }
    return List.copyOf(tabs);
  }
}
