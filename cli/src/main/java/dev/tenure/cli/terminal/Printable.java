package dev.tenure.cli.terminal;

/**
 * Text from outside made fit for a terminal. Characters that a terminal obeys instead of showing
 * (controls, those that turn the direction of writing, those that nobody sees) are written as
 * {@code \}{@code u001b}; all others stay.
 */
public final class Printable {
  /** They join letters and emoji, and so belong to what is shown. */
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;

  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private Printable() {}

  /** A value within a line: line breaks, too, are escaped. */
  public static String text(String text) {
    return escaped(text, false);
  }

  /** Formats of several lines: line breaks and tabulators stay. */
  public static String lines(String text) {
    return escaped(text, true);
  }

  /** A document, which means the same afterwards: in JSON such characters stand in strings only. */
  public static String json(String document) {
    return escaped(document.replace("\r\n", "\n"), true);
  }

  private static String escaped(String text, boolean breaks) {
    if (text.codePoints().noneMatch(one -> isObeyed(one))) {
      return text;
    }
    var shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            one -> {
              if (!isObeyed(one) || (breaks && (one == '\n' || one == '\t'))) {
                shown.appendCodePoint(one);
              } else {
                for (char unit : Character.toChars(one)) {
                  shown.append("\\u%04x".formatted((int) unit));
                }
              }
            });
    return shown.toString();
  }

  private static boolean isObeyed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> codePoint != ZERO_WIDTH_NON_JOINER && codePoint != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }
}
