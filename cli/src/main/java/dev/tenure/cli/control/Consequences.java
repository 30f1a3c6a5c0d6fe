package dev.tenure.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tenure.cli.hire.HirePrinter;
import dev.tenure.cli.option.HiringMarketplace;
import dev.tenure.cli.terminal.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a command brings about that cannot be taken back, in names and amounts. */
final class Consequences {
  private static final Set<String> FUNDED =
      Set.of("funded", "delivered", "awaiting_release", "disputed", "settling");
  private static final Set<String> OVER =
      Set.of("paid", "partly_paid", "refunded", "cancelled", "dropped");

  private Consequences() {}

  /** What stands on a hire that is to be given up. */
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
        lines.add("  " + pending(hire, waiting));
      }
    }
    return List.copyOf(lines);
  }

  /**
   * What the release of a milestone brings about that a person might regret; nothing once it is
   * delivered. OpenContract, where a delivery alone can be paid, refuses it by itself.
   */
  static List<String> ofRelease(JsonNode hire, String key) {
    var funded = milestone(hire, key).path("state").asText().equals("funded");
    return funded && HiringMarketplace.ofHire(hire) == HiringMarketplace.OPENTRAIN
        ? List.of(
            key
                + " is not delivered: the trainer has not requested the payout. A payment that a"
                + " person confirms cannot be taken back.")
        : List.of();
  }

  /** On OpenTrain the marketplace has it; on OpenContract it is ours to withdraw. */
  private static String pending(JsonNode hire, JsonNode waiting) {
    var about = Formats.after(" for ", waiting.path("milestone"));
    var url = Formats.text(waiting.path("url"));
    if (HiringMarketplace.ofHire(hire) == HiringMarketplace.OPENTRAIN) {
      return "A pending approval" + about + " cannot be recalled: " + url;
    }
    var key = waiting.path("milestone").asText();
    return FUNDED.contains(milestone(hire, key).path("state").asText())
        ? key + " is delivered and still to be judged: " + url
        : "The pending approval" + about + " is withdrawn; nothing is charged for it";
  }

  private static JsonNode milestone(JsonNode hire, String key) {
    for (var milestone : hire.path("milestones")) {
      if (milestone.path("key").asText().equals(key)) {
        return milestone;
      }
    }
    return MissingNode.getInstance();
  }
}
