package dev.tenure.cli.terminal;

import java.io.PrintWriter;

/** What a command prints on. */
public record Screen(PrintWriter out, Style style) {

  public void line(String words) {
    out.println(words);
    out.flush();
  }

  public void blank() {
    line("");
  }

  public void table(Table table) {
    table.lines(style).forEach(this::line);
  }
}
