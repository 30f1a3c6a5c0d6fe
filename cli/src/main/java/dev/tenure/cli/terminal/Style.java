package dev.tenure.cli.terminal;

import dev.tenure.cli.environment.Environment;

/** How words look; plain wherever colours would be in the way. */
public record Style(boolean coloured) {
  private static final String RESET = "\u001b[0m";

  /** Colours for a person at a terminal, unless {@code NO_COLOR} is set (no-color.org). */
  public static Style of(Environment env, boolean terminal) {
    return new Style(
        terminal && env.get("NO_COLOR").isEmpty() && !env.get("TERM", "").equals("dumb"));
  }

  public String strong(String words) {
    return paint("1", words);
  }

  public String soft(String words) {
    return paint("2", words);
  }

  public String good(String words) {
    return paint("32", words);
  }

  public String bad(String words) {
    return paint("31", words);
  }

  public String warn(String words) {
    return paint("33", words);
  }

  /** A hire's or milestone's state by what it means: settled, waiting for a person, or neither. */
  public String state(String state) {
    return switch (state.strip()) {
      case "ended", "paid", "confirmed", "green" -> good(state);
      case "awaiting_approval", "awaiting_funding", "awaiting_release", "pending", "unknown" ->
          warn(state);
      case "declined", "expired", "cancelled", "red" -> bad(state);
      default -> state;
    };
  }

  private String paint(String code, String words) {
    return coloured ? "\u001b[" + code + "m" + words + RESET : words;
  }
}
