package dev.tenure.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    return switch (wrong) {
      case UnmatchedArgumentException unmatched when isUnknownCommand(unmatched) -> {
        var typed = unmatched.getUnmatched().getFirst();
        yield "There is no command " + typed + "." + offer(typed, commands(command)) + help("help");
      }
      case UnmatchedArgumentException unmatched -> {
        var typed = unmatched.getUnmatched().getFirst();
        yield (typed.startsWith("-")
                ? "There is no option " + typed + "." + offer(typed, options(command))
                : "Nothing can be done with " + typed + " here." + byHire(command, typed))
            + help(ownHelp(command));
      }
      default ->
          sentence(Objects.requireNonNullElse(wrong.getMessage(), "It cannot be read"))
              + help(ownHelp(command));
    };
  }

  private static boolean isUnknownCommand(UnmatchedArgumentException unmatched) {
    return unmatched.getCommandLine().getParent() == null
        && !unmatched.getUnmatched().getFirst().startsWith("-");
  }

  /** A list is narrowed to a hire by its option; other commands take the hire by its place. */
  private static String byHire(CommandLine command, String typed) {
    return command.getCommandSpec().findOption("--hire") == null
        ? ""
        : " If it is a hire: --hire " + typed + ".";
  }

  private static String sentence(String message) {
    return message.matches("(?s).*[.!?]") ? message : message + ".";
  }

  private static String offer(String typed, Stream<String> known) {
    return closest(typed, known).map(name -> " Did you mean " + name + "?").orElse("");
  }

  private static String help(String command) {
    return " See: tenure " + command;
  }

  private static String ownHelp(CommandLine command) {
    return command.getParent() == null ? "help" : command.getCommandName() + " --help";
  }

  private static Stream<String> commands(CommandLine command) {
    return command.getSubcommands().keySet().stream();
  }

  private static Stream<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .flatMap(option -> List.of(option.names()).stream());
  }

  private static Optional<String> closest(String typed, Stream<String> known) {
    return known
        .filter(name -> !NEVER_OFFERED.contains(name))
        .filter(name -> distance(typed, name) <= Math.min(CLOSE, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(typed, name)));
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
