package dev.tenure.cli.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.hire.HirePrinter;
import dev.tenure.cli.hire.WorkingContractTerms;
import dev.tenure.cli.terminal.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person must know before they decide an approval of OpenContract.
 *
 * @param approval with its terms, where they are known
 * @param hire that it belongs to
 */
record DecisionTerms(JsonNode approval, JsonNode hire) {
  private static final String MARGIN = "  ";

  /**
   * What a yes is given to, and what follows from a yes, a no and no answer. Texts that others
   * wrote stand to the right of our own words, in as many lines as they have.
   */
  List<String> lines() {
    if (!Formats.there(approval.path("terms"))) {
      return List.of("Its terms are not known any more: it was decided before they were kept.");
    }
    var lines = new ArrayList<String>();
    lines.add(ApprovalWords.named(approval) + ", " + amount());
    facts().forEach(fact -> lines.add(MARGIN + fact));
    if (pending()) {
      lines.add(yes());
      lines.add(no());
      lines.add(silence());
    }
    return List.copyOf(lines);
  }

  private boolean pending() {
    return approval.path("status").asText().equals("pending");
  }

  private List<String> facts() {
    var terms = approval.path("terms");
    var facts = new ArrayList<String>();
    facts.add(
        pending()
            ? "decide until: " + Formats.deadline(approval.path("expiresAt"))
            : "it is " + Formats.plain(approval.path("status")));
    facts.add(
        "hire: " + HirePrinter.title(approval) + " (" + approval.path("hireId").asText() + ")");
    text(facts, "milestone: ", terms.path("name"));
    facts.add("price: " + Formats.money(terms.path("price")));
    if (Formats.there(terms.path("bond"))) {
      facts.add("bond: " + Formats.money(terms.path("bond")));
    }
    text(facts, "task: ", terms.path("description"));
    facts.add("Worker: " + Formats.or(terms.path("worker"), "open tender, whoever accepts first"));
    text(facts, "delivery: ", contract().path("delivery"));
    facts.addAll(WorkingContractTerms.lines(terms.path("openContract")));
    return facts;
  }

  private static void text(List<String> facts, String name, JsonNode text) {
    if (Formats.there(text)) {
      facts.addAll(Formats.lines(name, text.asText()));
    }
  }

  private String yes() {
    return switch (approval.path("kind").asText()) {
      case "milestone_fund" ->
          "A yes creates the Working Contract and pays " + amount() + " into its escrow.";
      case "milestone_approve" -> "A yes pays " + amount() + " to the Worker.";
      case "milestone_dispute" ->
          "A yes disputes the delivery and puts a bond of " + amount() + " at risk.";
      default -> "A yes confirms it.";
    };
  }

  private String no() {
    return switch (approval.path("ifDeclined").asText()) {
      case "dispute_asked" ->
          "A no asks for a dispute of the delivery, by an approval of its own, since a bond is at"
              + " risk. Without a dispute "
              + paid();
      case "paid_by_silence" -> "A no leaves the delivery undisputed: " + paid();
      default ->
          "A no creates nothing and pays nothing: " + ApprovalWords.ifDeclined(approval) + ".";
    };
  }

  private String silence() {
    return switch (approval.path("kind").asText()) {
      case "milestone_approve" ->
          disputed()
              ? "Without an answer a dispute is asked for in time, by an approval of its own; without"
                  + " a yes to that "
                  + paid()
              : "Without an answer " + paid();
      case "milestone_dispute" -> "Without an answer " + paid();
      default -> "Without an answer nothing is created, and the approval expires.";
    };
  }

  /** By the hire's rule, unless this very approval is open until it is too late for one. */
  private boolean disputed() {
    var rules = hire.path("openContract");
    return rules.path("onSilence").asText().equals("dispute")
        && Formats.there(contract())
        && moment(approval.path("expiresAt"))
            .isBefore(
                moment(review()).minus(Duration.parse(rules.path("reviewMargin").asText("PT0S"))));
  }

  /** Silence is a yes to the marketplace. */
  private String paid() {
    return Formats.there(contract())
        ? "%s is paid to the Worker at %s."
            .formatted(Formats.money(contract().path("escrowed")), Formats.moment(review()))
        : "the Worker is paid at the review deadline.";
  }

  private JsonNode review() {
    return contract().path("deadlines").path("review");
  }

  private static Instant moment(JsonNode time) {
    return Instant.parse(time.asText());
  }

  private JsonNode contract() {
    return approval.path("terms").path("openContract").path("workingContract");
  }

  private String amount() {
    return Formats.money(approval.path("amount"));
  }
}
