package dev.tenure.activities.marketplace;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that came from outside. {@link #storable} is applied to all of it as it comes in, so that
 * the journal can store it and a terminal, a page or a mail can print it; {@link #line} on top of
 * that to what goes into incidents and histories.
 */
public final class ForeignText {

  private static final char REPLACEMENT = '\uFFFD';
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_LINK = 2048;

  private static final Pattern SECRET =
      Pattern.compile("\\b(ot_[a-z]{3}_|oc_[a-z]{3,8}_|whsec_)\\S+");
  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private ForeignText() {}

  /**
   * The text with {@code U+FFFD} for what a database, a terminal or a reader's eye stumbles over:
   * control characters but tab and line feed, halves of surrogate pairs, characters that reorder
   * others. Line ends of other systems become line feeds.
   */
  public static String storable(String foreign) {
    int first = 0;
    while (first < foreign.length() && isPlain(foreign.charAt(first))) {
      first++;
    }
    return first == foreign.length() ? foreign : replaced(foreign, first);
  }

  private static boolean isPlain(char character) {
    return (character >= ' ' && character < '\u007f')
        || character == '\n'
        || character == '\t'
        || (character > '\u00a0' && character < '\u0300');
  }

  private static String replaced(String foreign, int from) {
    StringBuilder clean = new StringBuilder(foreign.length()).append(foreign, 0, from);
    for (int at = from; at < foreign.length(); ) {
      int character = foreign.codePointAt(at);
      int length = Character.charCount(character);
      if (character == '\r') {
        boolean pair = at + 1 < foreign.length() && foreign.charAt(at + 1) == '\n';
        clean.append(pair ? "" : "\n");
      } else if (character == '\u2028' || character == '\u2029' || character == '\u0085') {
        clean.append('\n');
      } else {
        clean.appendCodePoint(isStorable(character) ? character : REPLACEMENT);
      }
      at += length;
    }
    return clean.toString();
  }

  private static boolean isStorable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\n' || character == '\t';
      case Character.SURROGATE -> false;
      default -> !isBidiControl(character) && !isNoncharacter(character);
    };
  }

  private static boolean isBidiControl(int character) {
    return character == 0x061C
        || character == 0x200E
        || character == 0x200F
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
  }

  private static boolean isNoncharacter(int character) {
    return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
  }

  /** One short line without secret or mail address, for incidents and histories. */
  public static String line(String foreign) {
    String line = BLANKS.matcher(storable(foreign)).replaceAll(" ").strip();
    String clean = MAIL.matcher(SECRET.matcher(line).replaceAll("***")).replaceAll("***");
    return clean.length() <= LONGEST_LINE ? clean : shortened(clean);
  }

  /** Never in the middle of a surrogate pair. */
  private static String shortened(String line) {
    int end = LONGEST_LINE - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** A name: on one line, and else as people wrote it. */
  public static @Nullable String name(@Nullable String storable) {
    return storable == null ? null : storable.replace('\n', ' ').replace('\t', ' ');
  }

  /** A link that a person may follow; absent where the text is none. */
  public static @Nullable String link(@Nullable String foreign) {
    boolean web =
        foreign != null
            && (foreign.startsWith("https://") || foreign.startsWith("http://"))
            && foreign.length() <= LONGEST_LINK
            && foreign.indexOf(REPLACEMENT) < 0
            && !BLANKS.matcher(foreign).find();
    return web ? foreign : null;
  }
}
