package dev.tenure.cli.terminal;

import dev.tenure.cli.environment.Environment;
import java.util.Optional;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The terminal that a person sits at, if one does. */
public final class Terminal {
  private static final int USUAL = 80;
  private static final int NARROWEST = 20;

  private Terminal() {}

  /** Whether what is printed is read at a terminal, and an answer may be typed there. */
  // From JDK 22 on there may be a console where there is no terminal, and from 25 on none again.
  @SuppressWarnings("SystemConsoleNull")
  public static boolean isThere() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  /**
   * Asks the person who sits there; nothing where nobody does, or where the input has ended.
   *
   * @param question one line
   */
  @SuppressWarnings("SystemConsoleNull")
  public static Optional<String> ask(String question) {
    var console = System.console();
    return console == null
        ? Optional.empty()
        : Optional.ofNullable(console.readLine("%s ", Printable.text(question)));
  }

  /**
   * How many columns there are: what {@code COLUMNS} says, else those of the terminal.
   *
   * @return {@link Screen#UNLIMITED} where there is no terminal and {@code COLUMNS} is not set
   */
  public static int width(Environment env) {
    return env.get("COLUMNS")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(Integer::valueOf)
        .filter(columns -> columns > 0)
        .map(columns -> Math.max(NARROWEST, columns))
        .orElseGet(() -> isThere() ? ofTheTerminal() : Screen.UNLIMITED);
  }

  /** Picocli asks the operating system; Java itself cannot. */
  private static int ofTheTerminal() {
    int detected = new UsageMessageSpec().autoWidth(true).width();
    return detected > 0 ? detected : USUAL;
  }
}
