package dev.tenure.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns that stand under their names, no wider together than there is room. */
public final class Table {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<List<String>> notes = new ArrayList<>();

  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  public void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException("a row of " + cells.length + " for " + columns);
    }
    rows.add(Stream.of(cells).map(Printable::text).toList());
    notes.add(new ArrayList<>());
  }

  /** A line of its own below the last row, for what must not be cut. */
  public void note(String words) {
    notes.getLast().add(words);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * The lines, the names first.
   *
   * @param room how many columns the terminal has
   */
  public List<String> lines(Style style, int room) {
    var shown = shown(room);
    int[] widths = widths(shown, room);
    var lines = new ArrayList<String>();
    var names = columns.stream().map(Column::name).toList();
    lines.add(style.soft(line(names, shown, widths, new Style(false))));
    for (int row = 0; row < rows.size(); row++) {
      lines.add(line(rows.get(row), shown, widths, style));
      notes.get(row).forEach(note -> lines.add(GAP + note));
    }
    return List.copyOf(lines);
  }

  /** Which columns there is room for, words cut as far as may be. */
  private List<Integer> shown(int room) {
    var shown = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
    for (int last = columns.size() - 1; last >= 0 && leastWidth(shown) > room; last--) {
      if (columns.get(last).optional()) {
        shown.remove(Integer.valueOf(last));
      }
    }
    return shown;
  }

  private int leastWidth(List<Integer> shown) {
    return gaps(shown)
        + shown.stream().mapToInt(at -> Math.min(natural(at), columns.get(at).least())).sum();
  }

  /** The widest of the words give way first. */
  private int[] widths(List<Integer> shown, int room) {
    int[] widths = IntStream.range(0, columns.size()).map(this::natural).toArray();
    int over = gaps(shown) + shown.stream().mapToInt(at -> widths[at]).sum() - room;
    while (over > 0) {
      int widest = -1;
      for (int at : shown) {
        if (widths[at] > columns.get(at).least() && (widest < 0 || widths[at] > widths[widest])) {
          widest = at;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      over--;
    }
    return widths;
  }

  private static int gaps(List<Integer> shown) {
    return GAP.length() * (shown.size() - 1);
  }

  private int natural(int column) {
    return Math.max(
        TextWidth.of(columns.get(column).name()),
        rows.stream().mapToInt(row -> TextWidth.of(row.get(column))).max().orElse(0));
  }

  private String line(List<String> cells, List<Integer> shown, int[] widths, Style style) {
    var parts = new ArrayList<String>();
    for (int at : shown) {
      var padded = pad(columns.get(at), TextWidth.cut(cells.get(at), widths[at]), widths[at]);
      parts.add(columns.get(at).tellsState() ? style.state(padded) : padded);
    }
    return String.join(GAP, parts).stripTrailing();
  }

  private static String pad(Column column, String text, int width) {
    var space = " ".repeat(Math.max(0, width - TextWidth.of(text)));
    return column.right() ? space + text : text + space;
  }
}
