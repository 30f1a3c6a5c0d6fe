package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;

/** As much of a hire's id as people need to name it by; {@link HireLookup} takes it. */
public final class ShortId {
  /** Eight hexadecimal digits after {@code hir_}: two of ten thousand hires rarely share them. */
  private static final int LENGTH = 12;

  private ShortId() {}

  public static String of(String id) {
    return id.length() <= LENGTH + 1 ? id : id.substring(0, LENGTH);
  }

  /** The cell of a table: whole where it is not read at a terminal. */
  public static String of(JsonNode id, Screen screen) {
    var whole = Formats.text(id);
    return screen.width() == Screen.UNLIMITED ? whole : of(whole);
  }
}
