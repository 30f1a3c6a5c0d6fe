package dev.tenure.cli.terminal;

import java.io.PrintWriter;

/**
 * What a command prints on. Whatever stands in a line, the terminal obeys nothing of it but the
 * colours of our own {@link Style}.
 */
public record Screen(PrintWriter out, Style style) {

  /** One line; a line break in it, too, is shown and not obeyed. */
  public void line(String words) {
    out.println(style.painted(Printable.text(words)));
    out.flush();
  }

  public void blank() {
    line("");
  }

  public void table(Table table) {
    table.lines(style).forEach(this::line);
  }

  /** A document that means the same as it came. */
  public void json(String document) {
    out.println(Printable.json(document));
    out.flush();
  }
}
