package dev.tenure.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/**
 * What a command prints on. Whatever stands in a line, the terminal obeys nothing of it but the
 * colours of our own {@link Style}.
 *
 * @param width how many columns it has; {@link #UNLIMITED} where nobody looks at it
 */
public record Screen(PrintWriter out, Style style, int width) {
  /** A file or another program: nothing is cut. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Without colours, and as wide as need be. */
  public static Screen plain(PrintWriter out) {
    return new Screen(out, new Style(false), UNLIMITED);
  }

  /**
   * One line, broken at its blanks where there is no room for it; a line break in it, too, is shown
   * and not obeyed.
   */
  public void line(String words) {
    for (var line : TextWidth.wrapped(Printable.text(words), width)) {
      out.println(style.painted(line));
    }
    out.flush();
  }

  /** One line of a value behind other words; nothing at all where there is no value. */
  public void lineOf(String words, JsonNode value) {
    if (Formats.there(value)) {
      line(words + value.asText());
    }
  }

  public void blank() {
    line("");
  }

  public <T> void table(Table<T> table, Iterable<T> rows) {
    table.lines(rows, style, width).forEach(this::line);
  }

  /** JSON, or an export, whose lines stay as they came. */
  public void json(String document) {
    out.println(Printable.json(document));
    out.flush();
  }
}
