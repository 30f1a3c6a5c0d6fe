package dev.tenure.sandbox.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of one part of a console: rows under a heading.
 *
 * @param note said under the heading
 * @param page counted from 1
 * @param more there is a page after this one
 */
public record Table(
    String id,
    String title,
    String note,
    List<String> columns,
    List<Row> rows,
    int page,
    boolean more) {

  /** A value, maybe a link, maybe a mark of a state. */
  public record Cell(String text, @Nullable String href, boolean mark) {
    public static Cell of(@Nullable String text) {
      return new Cell(text == null ? "" : text, null, false);
    }

    public static Cell link(String text, String href) {
      return new Cell(text, href, false);
    }

    public static Cell mark(String text) {
      return new Cell(text, null, true);
    }
  }

  /** Something to press; it sends one named value. */
  public record Button(String words, String path, String name, String value) {}

  /** One thing with what can be done to it. */
  public record Row(List<Cell> cells, List<Button> buttons) {
    boolean holds(String filter) {
      return cells.stream().anyMatch(cell -> cell.text().toLowerCase(Locale.ROOT).contains(filter));
    }
  }
}
