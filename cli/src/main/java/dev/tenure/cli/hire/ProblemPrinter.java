package dev.tenure.cli.hire;

import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;

/** A refusal of the front in sentences. */
public final class ProblemPrinter {
  private ProblemPrinter() {}

  /** Says what happened, what exactly is wrong, and what is open instead. */
  public static void print(ProblemException refused, Screen screen) {
    var problem = refused.problem();
    screen.line(refused.words());
    for (var error : problem.path("errors")) {
      screen.line("  " + error.path("pointer").asText() + ": " + error.path("detail").asText());
    }
    for (var difference : problem.path("differences")) {
      screen.line(
          "  %s: is %s, asked for %s"
              .formatted(
                  difference.path("pointer").asText(),
                  Formats.text(difference.path("existing")),
                  Formats.text(difference.path("requested"))));
    }
    var hire = hire(problem.path("hire").asText(""), problem.path("instance").asText(""));
    if (refused.code().equals("hire_exists")) {
      screen.line("See: tenure show " + hire);
    }
    var open = ActionPrinter.lines(hire, problem.path("allowedActions"));
    if (!open.isEmpty()) {
      screen.line("You can:");
      open.forEach(line -> screen.line("  " + line));
    }
  }

  /** The hire's id out of a path of the API. */
  private static String hire(String path, String instance) {
    var parts = (path.isEmpty() ? instance : path).split("/", -1);
    return parts.length > 3 && parts[2].equals("hires") ? parts[3] : "HIRE";
  }
}
