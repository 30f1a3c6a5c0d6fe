package dev.tenure.sandbox.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What counts as blank around a text: white space as any client's language may know it. */
public final class Texts {
  /** The longest text that is taken, in characters. */
  public static final int LONGEST = 10_000;

  private static final String BLANK =
      "\\s\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

  /** A text that says something. */
  public static final String SAID = "[\\s\\S]*[^" + BLANK + "][\\s\\S]*";

  // Begins where no blank stands before, so that blanks within a text are looked at once.
  private static final Pattern AROUND =
      Pattern.compile("^[" + BLANK + "]++|(?<![" + BLANK + "])[" + BLANK + "]++$");

  private Texts() {}

  /** In characters, not in the UTF-16 units that Java keeps. */
  public static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /** The text without the blanks around it; one of blanks only counts as absent. */
  public static @Nullable String said(@Nullable String text) {
    String trimmed = text == null ? "" : AROUND.matcher(text).replaceAll("");
    return trimmed.isEmpty() ? null : trimmed;
  }

  /** The text without the blanks around it, which is known to say something. */
  public static String trimmed(String text) {
    return AROUND.matcher(text).replaceAll("");
  }

  /** A parameter that may be left empty, which is the same as leaving it out. */
  public static @Nullable String given(@Nullable String parameter) {
    return parameter == null || parameter.isEmpty() ? null : parameter;
  }
}
