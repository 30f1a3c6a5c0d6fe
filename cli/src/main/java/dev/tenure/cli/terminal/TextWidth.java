package dev.tenure.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * How many columns of a terminal a text takes: two for what East Asian scripts and emoji draw wide
 * (Unicode's annex 11), none for what is drawn over the letter before it.
 */
final class TextWidth {
  private static final String CUT = "\u2026";

  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** As much of a text as fits, with an ellipsis where something is left out. */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    var kept = new StringBuilder();
    int taken = 0;
    for (int codePoint : text.codePoints().toArray()) {
      taken += of(codePoint);
      if (taken >= columns) {
        break;
      }
      kept.appendCodePoint(codePoint);
    }
    return kept.toString().stripTrailing() + CUT;
  }

  /**
   * A line broken at its blanks where it is wider than the terminal. A command to copy stays whole,
   * and so does a word that is too long by itself, such as an address.
   */
  static List<String> wrapped(String line, int columns) {
    if (of(line) <= columns || line.strip().startsWith("tenure ")) {
      return List.of(line);
    }
    var indent = " ".repeat(line.length() - line.stripLeading().length() + 2);
    var lines = new ArrayList<String>();
    var rest = line;
    while (of(rest) > columns) {
      int from = rest.length() - rest.stripLeading().length();
      int at = -1;
      for (int blank = rest.indexOf(' ', from); blank >= 0; blank = rest.indexOf(' ', blank + 1)) {
        if (at < 0 || of(rest.substring(0, blank)) <= columns) {
          at = blank;
        }
      }
      if (at < 0) {
        break;
      }
      lines.add(rest.substring(0, at).stripTrailing());
      rest = indent + rest.substring(at).strip();
    }
    lines.add(rest);
    return lines;
  }

  private static int of(int codePoint) {
    if (codePoint >= Style.FIRST_MARK && codePoint <= Style.LAST_MARK) {
      return 0;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0x303e)
        || (c >= 0x3041 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || Character.isEmojiPresentation(c)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
