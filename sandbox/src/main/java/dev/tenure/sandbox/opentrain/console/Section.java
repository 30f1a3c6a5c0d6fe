package dev.tenure.sandbox.opentrain.console;

import dev.tenure.sandbox.opentrain.console.Table.Row;
import dev.tenure.sandbox.store.Slice;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * One part of the console before it is read: what it is called, and where its rows come from.
 *
 * @param note said under the heading
 * @param size how many things there are, which need not be looked through for it
 * @param rows those for a filter, which is empty when nothing is looked for; a whole id finds its
 *     own however far back it stands
 */
record Section(
    String id,
    String title,
    String note,
    List<String> columns,
    IntSupplier size,
    Function<String, Stream<Row>> rows) {
  private static final String SEARCHED = " Searched: whole ids, and the first 2,000 rows.";
  private static final int ROWS = 60;
  // A search through everything would keep the marketplace's clients waiting in a large world.
  static final int MOST_SEARCHED = 2_000;

  /** How much there is; of what is looked for, as far as it is searched. */
  long count(String filter) {
    return filter.isEmpty() ? size.getAsInt() : found(filter).count();
  }

  /**
   * A page of its rows.
   *
   * @param page counted from 1
   */
  Table page(String filter, int page) {
    Slice<Row> found =
        Slice.of(
            (filter.isEmpty() ? rows.apply("") : found(filter)).skip((long) (page - 1) * ROWS),
            ROWS);
    return new Table(
        id,
        title,
        note + (filter.isEmpty() ? "" : SEARCHED),
        columns,
        found.items(),
        page,
        found.more());
  }

  private Stream<Row> found(String filter) {
    String wanted = filter.toLowerCase(Locale.ROOT);
    return rows.apply(filter).limit(MOST_SEARCHED).filter(row -> row.holds(wanted));
  }
}
