package dev.tenure.cli.everyday;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.print.Screen;
import dev.tenure.cli.print.Table;
import dev.tenure.cli.print.Words;
import java.time.Instant;

/** One hire in words. */
record HireWords(Screen screen, Instant now) {

  void print(JsonNode hire) {
    headline(hire);
    waits(hire);
    incidents(hire.path("incidents"));
    milestones(hire.path("milestones"));
    money(hire.path("money"));
    usage(hire.path("budgetUsage"));
    screen.blank();
    ActionWords.print(screen, hire.path("id").asText(), hire.path("allowedActions"));
  }

  void headline(JsonNode hire) {
    var style = screen.style();
    screen.line(
        style.strong(title(hire))
            + "  "
            + style.state(Words.text(hire.path("status")))
            + (hire.path("paused").asBoolean() ? "  " + style.warn("paused") : ""));
    screen.line(
        "  hire %s, proposal %s, account %s%s"
            .formatted(
                Words.text(hire.path("id")),
                Words.text(hire.path("proposalId")),
                Words.text(hire.path("account")),
                Words.there(hire.path("contractId"))
                    ? ", contract " + hire.path("contractId").asText()
                    : ""));
  }

  /** What people recognise a hire by. */
  static String title(JsonNode hire) {
    var reference = Words.text(hire.path("externalRef"));
    return reference.equals("-") ? Words.text(hire.path("proposalId")) : reference;
  }

  private void waits(JsonNode hire) {
    for (var waiting : hire.path("waitingFor")) {
      var about =
          Words.there(waiting.path("milestone")) ? " of " + waiting.path("milestone").asText() : "";
      var until =
          Words.there(waiting.path("deadline"))
              ? ", "
                  + Words.distance(waiting.path("deadline"), now)
                  + " ("
                  + Words.moment(waiting.path("deadline"))
                  + ")"
              : "";
      screen.line("  waits for " + Words.plain(waiting.path("kind")) + about + until);
      if (Words.there(waiting.path("url"))) {
        screen.line("    " + waiting.path("url").asText());
      }
    }
  }

  private void incidents(JsonNode incidents) {
    for (var incident : incidents) {
      screen.line(
          screen.style().bad("  incident " + Words.text(incident.path("id")))
              + "  "
              + Words.plain(incident.path("cause"))
              + ": "
              + Words.text(incident.path("detail")));
      if (Words.there(incident.path("fixUrl"))) {
        screen.line("    mend it at " + incident.path("fixUrl").asText());
      }
    }
  }

  private void milestones(JsonNode milestones) {
    var table = new Table("MILESTONE", "STATE", ">AMOUNT", "FUNDED", "NAME");
    for (var milestone : milestones) {
      table.row(
          Words.text(milestone.path("key")),
          Words.text(milestone.path("state")),
          Words.money(milestone.path("amount")),
          funded(milestone.path("fund")),
          Words.text(milestone.path("name")));
    }
    screen.blank();
    screen.table(table);
    for (var milestone : milestones) {
      if (Words.there(milestone.path("note"))) {
        screen.line("  " + milestone.path("key").asText() + ": " + milestone.path("note").asText());
      }
    }
  }

  private static String funded(JsonNode fund) {
    return Words.there(fund.path("after"))
        ? "after " + fund.path("after").asText()
        : Words.plain(fund.path("when"));
  }

  private void money(JsonNode money) {
    screen.blank();
    screen.line(
        "paid %s, committed %s, fees %s, at most %s, cap %s"
            .formatted(
                Words.money(money.path("paid")),
                Words.money(money.path("committed")),
                fees(money.path("fees")),
                Words.money(money.path("worstCase")),
                Words.there(money.path("cap")) ? Words.money(money.path("cap")) : "none"));
  }

  private void usage(JsonNode usage) {
    if (Words.there(usage)) {
      screen.line(
          "funded work: %s of %s used, %s left, %s"
              .formatted(
                  Words.text(usage.path("consumed")),
                  Words.text(usage.path("funded")),
                  Words.text(usage.path("remaining")),
                  Words.text(usage.path("state"))));
    }
  }

  private static String fees(JsonNode fees) {
    return Words.there(fees.path("booked"))
        ? Words.money(fees.path("booked")) + " booked"
        : Words.money(fees.path("estimated")) + " estimated";
  }
}
