package dev.tenure.cli.terminal;

import dev.tenure.cli.environment.Environment;

/** How words look; plain wherever colours would be in the way. */
public record Style(boolean coloured) {
  /** Unicode keeps these code points for use within a program; they take no room. */
  static final char FIRST_MARK = '\ufdd0';

  static final char LAST_MARK = '\ufdef';

  private static final String RESET = "\u001b[0m";
  private static final String END = "\ufdef";

  /** Colours for a person at a terminal, unless {@code NO_COLOR} is set (no-color.org). */
  public static Style of(Environment env, boolean terminal) {
    return new Style(
        terminal && env.get("NO_COLOR").isEmpty() && !env.get("TERM", "").equals("dumb"));
  }

  public String strong(String words) {
    return paint(Colour.STRONG, words);
  }

  public String soft(String words) {
    return paint(Colour.SOFT, words);
  }

  public String good(String words) {
    return paint(Colour.GOOD, words);
  }

  public String bad(String words) {
    return paint(Colour.BAD, words);
  }

  public String warn(String words) {
    return paint(Colour.WARN, words);
  }

  /** A hire's or milestone's state by what it means: settled, waiting for a person, or neither. */
  public String state(String state) {
    return switch (state.strip()) {
      case "ended", "paid", "partly_paid", "confirmed", "green", "matched" -> good(state);
      case "awaiting_approval",
          "awaiting_funding",
          "awaiting_release",
          "disputed",
          "pending",
          "unknown" ->
          warn(state);
      case "declined",
          "expired",
          "cancelled",
          "red",
          "differs",
          "different",
          "missing",
          "unexpected" ->
          bad(state);
      default -> state;
    };
  }

  /** Colours are marked only, so that the line around them can be made printable as a whole. */
  private String paint(Colour colour, String words) {
    return coloured ? colour.mark + words + END : words;
  }

  /** A printable line with the marks in it as the terminal takes them. */
  String painted(String line) {
    if (!coloured) {
      return line;
    }
    var ansi = line.replace(END, RESET);
    for (var colour : Colour.values()) {
      ansi = ansi.replace(colour.mark, "\u001b[" + colour.code + "m");
    }
    return ansi;
  }

  /**
   * The ways to stand out, by their codes (ECMA-48, SGR). Each is marked by a code point that
   * Unicode keeps for use within a program and never gives to a character.
   */
  private enum Colour {
    STRONG("1", "\ufdd0"),
    SOFT("2", "\ufdd1"),
    GOOD("32", "\ufdd2"),
    BAD("31", "\ufdd3"),
    WARN("33", "\ufdd4");

    private final String code;
    private final String mark;

    Colour(String code, String mark) {
      this.code = code;
      this.mark = mark;
    }
  }
}
