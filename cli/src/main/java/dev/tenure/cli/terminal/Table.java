package dev.tenure.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Columns that stand under their names; those named with a leading {@code >} stand right. */
public final class Table {
  private static final String GAP = "  ";

  private final List<String> names;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... names) {
    this.names = List.of(names);
  }

  public void row(String... cells) {
    if (cells.length != names.size()) {
      throw new IllegalArgumentException("a row of " + cells.length + " for " + names);
    }
    rows.add(Stream.of(cells).map(Printable::text).toList());
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, the names first; a column named {@code STATUS} or {@code STATE} is coloured. */
  public List<String> lines(Style style) {
    int[] widths = widths();
    var lines = new ArrayList<String>();
    lines.add(style.soft(line(names.stream().map(Table::name).toList(), widths, new Style(false))));
    rows.forEach(row -> lines.add(line(row, widths, style)));
    return List.copyOf(lines);
  }

  private int[] widths() {
    int[] widths = new int[names.size()];
    for (int column = 0; column < widths.length; column++) {
      int at = column;
      widths[column] =
          Math.max(
              name(names.get(column)).length(),
              rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths, Style style) {
    var parts = new String[widths.length];
    for (int column = 0; column < widths.length; column++) {
      String padded = pad(column, cells.get(column), widths[column]);
      parts[column] = tells(column) ? style.state(padded) : padded;
    }
    return String.join(GAP, Arrays.asList(parts)).stripTrailing();
  }

  private String pad(int column, String text, int width) {
    String space = " ".repeat(width - text.length());
    return names.get(column).startsWith(">") ? space + text : text + space;
  }

  private boolean tells(int column) {
    return names.get(column).equals("STATUS") || names.get(column).equals("STATE");
  }

  private static String name(String name) {
    return name.startsWith(">") ? name.substring(1) : name;
  }
}
