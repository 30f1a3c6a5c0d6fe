package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import java.util.function.UnaryOperator;

/** A refusal of the front in sentences. */
public final class ProblemPrinter {
  private ProblemPrinter() {}

  /**
   * Says what happened, what exactly is wrong, and what is open instead.
   *
   * @param place what was typed for the field of a JSON pointer, or the pointer itself
   */
  public static void print(ProblemException refused, Screen screen, UnaryOperator<String> place) {
    var problem = refused.problem();
    var errors = problem.path("errors");
    if (!saysNoMoreThan(errors, refused.words())) {
      screen.line(refused.words().replace("the header Idempotency-Key: ", "--idempotency-key "));
    }
    for (var error : errors) {
      screen.line(line(error, place));
    }
    for (var difference : problem.path("differences")) {
      screen.line(
          "  %s: is %s, asked for %s"
              .formatted(
                  place.apply(difference.path("pointer").asText()),
                  Formats.text(difference.path("existing")),
                  Formats.text(difference.path("requested"))));
    }
    var hire = hire(problem.path("hire").asText(""), problem.path("instance").asText(""));
    if (refused.code().equals("hire_exists")) {
      screen.line("See: tenure show " + HireLookup.shortened(hire));
    }
    if (!problem.path("allowedActions").isEmpty()) {
      ActionPrinter.print(screen, hire, problem.path("allowedActions"));
    }
  }

  /** Where there is little to say, the front's sentence is made of those of the errors. */
  private static boolean saysNoMoreThan(JsonNode errors, String words) {
    var left = words;
    for (var error : errors) {
      left = left.replace(error.path("detail").asText(), "");
    }
    return !errors.isEmpty() && left.isBlank();
  }

  /** The place is told unless the sentence begins with its name. */
  private static String line(JsonNode error, UnaryOperator<String> place) {
    var pointer = error.path("pointer").asText();
    var detail = error.path("detail").asText();
    return pointer.isEmpty() || detail.startsWith(pointer + " ")
        ? detail
        : place.apply(pointer) + ": " + detail;
  }

  /** The hire's id out of a path of the API. */
  private static String hire(String path, String instance) {
    var parts = (path.isEmpty() ? instance : path).split("/", -1);
    return parts.length > 3 && parts[2].equals("hires") ? parts[3] : "HIRE";
  }
}
