package dev.tenure.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Columns that stand under their names, no wider together than there is room.
 *
 * @param <T> what a row is made of
 */
public final class Table<T> {
  private static final String GAP = "  ";

  /** One title can still be told from another. */
  private static final int READABLE = 14;

  private final List<Column<T>> columns = new ArrayList<>();
  private Function<T, List<String>> notes = row -> List.of();

  /**
   * One column.
   *
   * @param name what stands above it
   * @param right whether its cells stand to the right, as amounts do
   * @param least to how many columns of the terminal it may be cut; its cells stay whole where that
   *     is the largest number
   * @param optional whether it may be left out where there is no room
   */
  private record Column<T>(
      String name, Function<T, String> cell, boolean right, int least, boolean optional) {

    String cellOf(T row) {
      return Printable.text(cell.apply(row));
    }

    /** Whether its cells are states, which are coloured by what they mean. */
    boolean tellsState() {
      return name.equals("STATUS") || name.equals("STATE");
    }
  }

  public Table<T> left(String name, Function<T, String> cell) {
    return column(new Column<>(name, cell, false, Integer.MAX_VALUE, false));
  }

  public Table<T> right(String name, Function<T, String> cell) {
    return column(new Column<>(name, cell, true, Integer.MAX_VALUE, false));
  }

  /** Words that may be cut. */
  public Table<T> words(String name, Function<T, String> cell) {
    return column(new Column<>(name, cell, false, READABLE, false));
  }

  /** Left out where there is no room; the last such column goes first. */
  public Table<T> leftIfRoom(String name, Function<T, String> cell) {
    return column(new Column<>(name, cell, false, Integer.MAX_VALUE, true));
  }

  /** The same of amounts. */
  public Table<T> rightIfRoom(String name, Function<T, String> cell) {
    return column(new Column<>(name, cell, true, Integer.MAX_VALUE, true));
  }

  private Table<T> column(Column<T> column) {
    columns.add(column);
    return this;
  }

  /** Lines of their own below a row, for what must not be cut. */
  public Table<T> notes(Function<T, List<String>> ofRow) {
    notes = ofRow;
    return this;
  }

  /**
   * The lines, the names first.
   *
   * @param room how many columns the terminal has
   */
  List<String> lines(Iterable<T> rows, Style style, int room) {
    var cells = new ArrayList<List<String>>();
    rows.forEach(row -> cells.add(columns.stream().map(column -> column.cellOf(row)).toList()));
    var names = columns.stream().map(Column::name).toList();
    int[] natural =
        IntStream.range(0, columns.size())
            .map(
                at ->
                    Math.max(
                        TextWidth.of(names.get(at)),
                        cells.stream().mapToInt(row -> TextWidth.of(row.get(at))).max().orElse(0)))
            .toArray();
    var shown = shown(natural, room);
    if (leastWidth(natural, shown) > room) {
      return stacked(rows, cells, style);
    }
    int[] widths = widths(natural, shown, room);
    var lines = new ArrayList<String>();
    lines.add(style.soft(line(names, shown, widths, new Style(false))));
    var line = cells.iterator();
    for (var row : rows) {
      lines.add(line(line.next(), shown, widths, style));
      notes.apply(row).forEach(note -> lines.add(GAP + note));
    }
    return List.copyOf(lines);
  }

  /** Where not even the narrowest table fits: the cells of a row below one another. */
  private List<String> stacked(Iterable<T> rows, List<List<String>> cells, Style style) {
    int name = columns.stream().mapToInt(column -> TextWidth.of(column.name())).max().orElse(0);
    var lines = new ArrayList<String>();
    var row = cells.iterator();
    for (var one : rows) {
      var values = row.next();
      for (int at = 0; at < columns.size(); at++) {
        var column = columns.get(at);
        var value = column.tellsState() ? style.state(values.get(at)) : values.get(at);
        var label = column.name() + " ".repeat(name - TextWidth.of(column.name()));
        lines.add(style.soft(label) + GAP + value);
      }
      notes.apply(one).forEach(note -> lines.add(GAP + note));
      lines.add("");
    }
    return lines.subList(0, Math.max(0, lines.size() - 1));
  }

  /** Which columns there is room for, words cut as far as may be. */
  private List<Integer> shown(int[] natural, int room) {
    var shown = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
    for (int last = columns.size() - 1; last >= 0 && leastWidth(natural, shown) > room; last--) {
      if (columns.get(last).optional()) {
        shown.remove(Integer.valueOf(last));
      }
    }
    return shown;
  }

  private int leastWidth(int[] natural, List<Integer> shown) {
    return gaps(shown)
        + shown.stream().mapToInt(at -> Math.min(natural[at], columns.get(at).least())).sum();
  }

  /** The widest of the words give way first. */
  private int[] widths(int[] natural, List<Integer> shown, int room) {
    int[] widths = natural.clone();
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

  private String line(List<String> cells, List<Integer> shown, int[] widths, Style style) {
    var parts = new ArrayList<String>();
    for (int at : shown) {
      var padded = pad(columns.get(at), TextWidth.cut(cells.get(at), widths[at]), widths[at]);
      parts.add(columns.get(at).tellsState() ? style.state(padded) : padded);
    }
    return String.join(GAP, parts).stripTrailing();
  }

  private static String pad(Column<?> column, String text, int width) {
    var space = " ".repeat(Math.max(0, width - TextWidth.of(text)));
    return column.right() ? space + text : text + space;
  }
}
