package dev.tenure.sandbox.market;

/** What counts as blank around a text: white space as any client's language may know it. */
final class Blanks {
  private static final int NEXT_LINE = 0x85;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Blanks() {}

  static String trim(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && blank(text.charAt(begin))) {
      begin++;
    }
    while (begin < end && blank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean blank(char at) {
    return Character.isWhitespace(at)
        || Character.isSpaceChar(at)
        || at == NEXT_LINE
        || at == BYTE_ORDER_MARK;
  }
}
