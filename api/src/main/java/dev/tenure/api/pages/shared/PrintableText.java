package dev.tenure.api.pages.shared;

/**
 * Makes what people and marketplaces wrote harmless on a page: characters that steer a terminal, or
 * turn the direction of the words around them, are written out instead of obeyed.
 */
final class PrintableText {

  private PrintableText() {}

  static String of(String text) {
    if (text.chars().noneMatch(PrintableText::steers)) {
      return text;
    }
    var printable = new StringBuilder(text.length() + 16);
    text.chars()
        .forEach(
            c -> {
              if (steers(c)) {
                printable.append("\\u%04x".formatted(c));
              } else {
                printable.append((char) c);
              }
            });
    return printable.toString();
  }

  private static boolean steers(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    boolean mark = c == 0x061c || c == 0x200e || c == 0x200f;
    boolean turns = mark || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return control || turns || c == 0x2028 || c == 0x2029;
  }
}
