package dev.tenure.cli.doctor;

import dev.tenure.cli.terminal.Screen;
import org.jspecify.annotations.Nullable;

/**
 * What was found at one place.
 *
 * @param remedy what to do about it, where it is not green
 */
public record CheckResult(String name, CheckStatus verdict, String words, @Nullable String remedy) {

  static CheckResult green(String name, String words) {
    return new CheckResult(name, CheckStatus.GREEN, words, null);
  }

  static CheckResult red(String name, String words, @Nullable String remedy) {
    return new CheckResult(name, CheckStatus.RED, words, remedy);
  }

  static CheckResult unknown(String name, String words) {
    return unknown(name, words, null);
  }

  static CheckResult unknown(String name, String words, @Nullable String remedy) {
    return new CheckResult(name, CheckStatus.UNKNOWN, words, remedy);
  }

  /** One line, and the remedy under it. */
  public void print(Screen screen) {
    screen.line(
        screen.style().state("%-7s".formatted(verdict.wire()))
            + "  "
            + "%-18s".formatted(name)
            + "  "
            + words);
    if (remedy != null) {
      remedy.lines().forEach(line -> screen.line(" ".repeat(29) + line));
    }
  }
}
