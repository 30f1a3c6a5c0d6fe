package dev.tenure.sandbox.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One part of the console: rows under a heading.
 *
 * @param note said under the heading, or in place of rows that there are none of
 */
public record Table(String id, String title, String note, List<String> columns, List<Row> rows) {
  private static final String SEARCHED = " Searched: whole ids, and the first 2,000 rows.";
  private static final String MORE = " There are more than these 60: filter by an id.";
  private static final int MOST_ROWS = 60;
  // A search through everything would keep the marketplace's clients waiting in a large world.
  static final int MOST_SEARCHED = 2_000;

  /** A value, maybe a link, maybe a mark of a state. */
  public record Cell(String text, @Nullable String href, boolean mark) {
    static Cell of(@Nullable String text) {
      return new Cell(text == null ? "" : text, null, false);
    }

    static Cell link(String text, String href) {
      return new Cell(text, href, false);
    }

    static Cell mark(String text) {
      return new Cell(text, null, true);
    }
  }

  /** Something to press; it sends one named value. */
  public record Button(String words, String path, String name, String value) {}

  /** One thing with what can be done to it. */
  public record Row(List<Cell> cells, List<Button> buttons) {
    static Row of(Cell... cells) {
      return new Row(List.of(cells), List.of());
    }

    Row with(Button... some) {
      return new Row(cells, List.of(some));
    }

    boolean holds(String filter) {
      return cells.stream().anyMatch(cell -> cell.text().toLowerCase(Locale.ROOT).contains(filter));
    }
  }

  static Table of(
      String id, String title, String note, List<String> columns, String filter, Stream<Row> rows) {
    String wanted = filter.toLowerCase(Locale.ROOT);
    List<Row> found =
        rows.limit(MOST_SEARCHED)
            .filter(row -> wanted.isEmpty() || row.holds(wanted))
            .limit(MOST_ROWS + 1L)
            .toList();
    return new Table(
        id,
        title,
        note + (wanted.isEmpty() ? "" : SEARCHED) + (found.size() > MOST_ROWS ? MORE : ""),
        columns,
        found.subList(0, Math.min(MOST_ROWS, found.size())));
  }
}
