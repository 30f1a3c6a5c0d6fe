package dev.tenure.cli.doctor;

import dev.tenure.cli.print.Screen;
import org.jspecify.annotations.Nullable;

/**
 * What was found at one place.
 *
 * @param remedy what to do about it, where it is not green
 */
public record Finding(String name, Verdict verdict, String words, @Nullable String remedy) {

  static Finding green(String name, String words) {
    return new Finding(name, Verdict.GREEN, words, null);
  }

  static Finding red(String name, String words, @Nullable String remedy) {
    return new Finding(name, Verdict.RED, words, remedy);
  }

  static Finding unknown(String name, String words) {
    return unknown(name, words, null);
  }

  static Finding unknown(String name, String words, @Nullable String remedy) {
    return new Finding(name, Verdict.UNKNOWN, words, remedy);
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
