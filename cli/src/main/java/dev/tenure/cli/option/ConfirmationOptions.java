package dev.tenure.cli.option;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The question before something that cannot be taken back. */
public final class ConfirmationOptions {
  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask; for scripts.")
  boolean yes;

  /**
   * Asks at the terminal.
   *
   * @param consequences what a yes would do, one a line; looked up only where somebody is asked
   * @return whether it may be done
   * @throws Refused where nobody can be asked
   */
  public boolean isGiven(
      OutputOptions output, Supplier<List<String>> consequences, String question) {
    if (yes) {
      return true;
    }
    if (!Terminal.isThere()) {
      throw Refused.usage(question + " Nobody can answer here; add --yes to do it");
    }
    consequences.get().forEach(output::say);
    return Terminal.ask(question + " [y/N]").filter(ConfirmationOptions::isYes).isPresent();
  }

  /** Everything but a yes is a no. */
  static boolean isYes(String answer) {
    return List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
  }
}
