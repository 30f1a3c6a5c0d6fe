package dev.tenure.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.hire.HirePrinter;
import dev.tenure.cli.terminal.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What stands on a hire that is to be given up, in names and amounts. */
final class Consequences {
  private static final Set<String> FUNDED = Set.of("funded", "delivered", "awaiting_release");
  private static final Set<String> OVER = Set.of("paid", "cancelled", "dropped");

  private Consequences() {}

  static List<String> of(JsonNode hire) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s is %s; %s is paid"
            .formatted(
                HirePrinter.title(hire),
                Formats.plain(hire.path("status")),
                Formats.money(hire.path("money").path("paid"))));
    for (var milestone : hire.path("milestones")) {
      var state = milestone.path("state").asText();
      if (!OVER.contains(state)) {
        lines.add(
            "  %s  %s  %s: %s"
                .formatted(
                    Formats.text(milestone.path("key")),
                    Formats.money(milestone.path("amount")),
                    Formats.text(
                        milestone.path(
                            Formats.there(milestone.path("name")) ? "name" : "description")),
                    FUNDED.contains(state)
                        ? Formats.plain(milestone.path("state")) + ", its money is in escrow"
                        : Formats.plain(milestone.path("state")) + ", not funded"));
      }
    }
    for (var waiting : hire.path("waitingFor")) {
      if (waiting.path("kind").asText().equals("approval")) {
        lines.add(
            "  A pending approval%s cannot be recalled: %s"
                .formatted(
                    Formats.after(" for ", waiting.path("milestone")),
                    Formats.text(waiting.path("url"))));
      }
    }
    return List.copyOf(lines);
  }
}
