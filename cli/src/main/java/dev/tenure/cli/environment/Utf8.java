package dev.tenure.cli.environment;

import java.util.Optional;

/**
 * What the operating system hands over, arguments and variables, as text. Java has decoded it
 * before any code of ours runs, and bytes that were no UTF-8 are lost by then: sent on, they would
 * stand in a contract as question marks.
 */
public final class Utf8 {
  /** What Java puts in the place of bytes that it could not decode. */
  private static final char LOST = '\ufffd';

  private Utf8() {}

  /** Why these arguments cannot be taken; empty when they can. */
  public static Optional<String> objection(String... arguments) {
    for (int at = 0; at < arguments.length; at++) {
      if (isLossy(arguments[at])) {
        var option = at > 0 && arguments[at - 1].startsWith("--") ? arguments[at - 1] + " " : "";
        return Optional.of(
            "The argument "
                + option
                + arguments[at]
                + " is not UTF-8, so it would not be sent as it was typed.\n"
                + "Type it in a terminal that uses UTF-8, or give the request as a FILE");
      }
    }
    return Optional.empty();
  }

  static boolean isLossy(String text) {
    return text.indexOf(LOST) >= 0;
  }
}
