package dev.tenure.model.plan;

/**
 * The length of a text as people count it and as limits mean it: in characters of Unicode (code
 * points), so that an emoji is one and not two.
 */
public final class TextLength {
  private TextLength() {}

  public static int of(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text, or its beginning where it is longer than that; no character is cut in two. */
  public static String shortened(String text, int most) {
    return of(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
