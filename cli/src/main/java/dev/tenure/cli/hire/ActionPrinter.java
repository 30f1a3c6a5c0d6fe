package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import java.util.ArrayList;
import java.util.List;

/** The actions that are open now, as the commands that send them. */
final class ActionPrinter {
  private ActionPrinter() {}

  static void print(Screen screen, String hire, JsonNode actions) {
    var lines = lines(hire, actions);
    if (lines.isEmpty()) {
      screen.line("Nothing can be commanded now.");
      return;
    }
    screen.line("You can:");
    lines.forEach(line -> screen.line("  " + line));
  }

  private static List<String> lines(String id, JsonNode actions) {
    var hire = HireLookup.shortened(id);
    var lines = new ArrayList<String>();
    for (var action : actions) {
      var name = action.path("action").asText();
      switch (name) {
        case "release", "fund", "dispute", "drop" ->
            lines.add(command(name, hire, Formats.text(action.path("milestone"))));
        case "add_milestone" -> lines.add(command("add", hire, "NAME=AMOUNT"));
        case "resolve" ->
            lines.add(
                command(
                    name,
                    hire,
                    Formats.text(action.path("incidentId"))
                        + " "
                        + Formats.list(action.path("choices"), "|")));
        case "change" -> lines.add(command(name, hire, "--cap AMOUNT, ..."));
        default -> lines.add(command(name, hire, ""));
      }
    }
    return List.copyOf(lines);
  }

  private static String command(String name, String hire, String more) {
    return ("tenure " + name + " " + hire + " " + more).strip();
  }
}
