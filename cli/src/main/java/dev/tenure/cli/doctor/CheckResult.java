package dev.tenure.cli.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tenure.cli.terminal.Screen;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found at one place.
 *
 * @param remedy what to do about it, where it is not green
 */
public record CheckResult(String name, Status status, String words, @Nullable String remedy) {

  /** What a look came to. */
  public enum Status {
    GREEN,
    /** A first real hire would fail on it. */
    RED,
    /** It could not be looked at, most often because something before it is red. */
    UNKNOWN;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static CheckResult green(String name, String words) {
    return new CheckResult(name, Status.GREEN, words, null);
  }

  static CheckResult red(String name, String words, @Nullable String remedy) {
    return new CheckResult(name, Status.RED, words, remedy);
  }

  static CheckResult unknown(String name, String words) {
    return unknown(name, words, null);
  }

  static CheckResult unknown(String name, String words, @Nullable String remedy) {
    return new CheckResult(name, Status.UNKNOWN, words, remedy);
  }

  /** One line, and the remedy under it. */
  public void print(Screen screen) {
    screen.line(
        screen.style().state("%-7s".formatted(status.wire()))
            + "  "
            + "%-18s".formatted(name)
            + "  "
            + words);
    if (remedy != null) {
      remedy.lines().forEach(line -> screen.line(" ".repeat(29) + line));
    }
  }
}
