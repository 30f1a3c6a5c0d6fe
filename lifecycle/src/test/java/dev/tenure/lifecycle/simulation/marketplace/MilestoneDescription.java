package dev.tenure.lifecycle.simulation.marketplace;

import org.jspecify.annotations.Nullable;

/** A description with our tag, written and read as the product's client does it. */
final class MilestoneDescription {
  private static final String BEGIN = "[tenure:";

  private MilestoneDescription() {}

  /** With the tag on a line of its own, after what people wrote. */
  static String of(@Nullable String words, String tag) {
    String mark = "[" + tag + "]";
    return words == null || words.isBlank() ? mark : words.strip() + "\n" + mark;
  }

  /** The last tag in it. */
  static @Nullable String tag(@Nullable String description) {
    int begin = description == null ? -1 : description.lastIndexOf(BEGIN);
    while (description != null && begin >= 0) {
      int end = end(description, begin + BEGIN.length());
      if (end > begin + BEGIN.length()) {
        return description.substring(begin + 1, end);
      }
      begin = begin == 0 ? -1 : description.lastIndexOf(BEGIN, begin - 1);
    }
    return null;
  }

  /** Where the tag is closed; -1 where it is not. */
  private static int end(String description, int from) {
    for (int at = from; at < description.length(); at++) {
      char character = description.charAt(at);
      if (character == ']') {
        return at;
      }
      if (character == '[' || character == ' ' || (character >= '\t' && character <= '\r')) {
        return -1;
      }
    }
    return -1;
  }
}
