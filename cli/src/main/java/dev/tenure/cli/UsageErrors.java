package dev.tenure.cli;

import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one sentence, with the help that tells how it is right. */
final class UsageErrors {
  /**
   * Never offered for a typing error: they move money, give something up or stop something, and one
   * who takes an offer does not always read it.
   */
  private static final Set<String> NEVER_OFFERED =
      Set.of(
          "cancel", "end", "release", "fund", "drop", "resolve", "change", "add", "pause", "resume",
          "down", "hire", "--yes", "-y");

  private static final int CLOSE = 2;

  private UsageErrors() {}

  static String words(ParameterException wrong) {
    var command = wrong.getCommandLine();
    var spec = command.getCommandSpec();
    var inProgram = command.getParent() == null;
    var help = " See: " + (inProgram ? "tenure help" : spec.qualifiedName() + " --help");
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return sentence(Objects.requireNonNullElse(wrong.getMessage(), "It cannot be read")) + help;
    }
    var typed = unmatched.getUnmatched().getFirst();
    if (typed.startsWith("-")) {
      return "There is no option " + typed + "." + offer(typed, spec.optionsMap().keySet()) + help;
    }
    return inProgram
        ? "There is no command " + typed + "." + offer(typed, spec.subcommands().keySet()) + help
        : "Nothing can be done with " + typed + " here." + byHire(command, typed) + help;
  }

  /** A list is narrowed to a hire by its option; other commands take the hire by its place. */
  private static String byHire(CommandLine command, String typed) {
    return command.getCommandSpec().findOption("--hire") == null
        ? ""
        : " If it is a hire: --hire " + typed + ".";
  }

  /** Picocli names some options twice over. */
  private static String sentence(String message) {
    var once = message.replace("option option ", "option ");
    return once.matches("(?s).*[.!?]") ? once : once + ".";
  }

  private static String offer(String typed, Set<String> known) {
    return known.stream()
        .filter(name -> !NEVER_OFFERED.contains(name))
        .filter(name -> distance(typed, name) <= Math.min(CLOSE, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(typed, name)))
        .map(name -> " Did you mean " + name + "?")
        .orElse("");
  }

  /**
   * How many letters must be put in, taken out, exchanged, or change places with the next one
   * (optimal string alignment).
   */
  private static int distance(String one, String other) {
    int[][] far = new int[one.length() + 1][other.length() + 1];
    for (int row = 0; row <= one.length(); row++) {
      for (int column = 0; column <= other.length(); column++) {
        far[row][column] =
            row == 0 || column == 0 ? row + column : nearest(one, other, far, row, column);
      }
    }
    return far[one.length()][other.length()];
  }

  private static int nearest(String one, String other, int[][] far, int row, int column) {
    int exchanged = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
    int least =
        Math.min(
            far[row - 1][column - 1] + exchanged,
            1 + Math.min(far[row - 1][column], far[row][column - 1]));
    boolean swapped =
        row > 1
            && column > 1
            && one.charAt(row - 1) == other.charAt(column - 2)
            && one.charAt(row - 2) == other.charAt(column - 1);
    return swapped ? Math.min(least, far[row - 2][column - 2] + 1) : least;
  }
}
