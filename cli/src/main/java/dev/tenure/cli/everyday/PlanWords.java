package dev.tenure.cli.everyday;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.print.Screen;
import dev.tenure.cli.print.Table;
import dev.tenure.cli.print.Words;

/** What a hire would be, in words. */
record PlanWords(Screen screen) {

  void print(JsonNode plan) {
    var table = new Table("MILESTONE", ">AMOUNT", ">FEES", ">TOTAL", "NAME");
    for (var milestone : plan.path("milestones")) {
      table.row(
          Words.text(milestone.path("key")),
          Words.money(milestone.path("amount")),
          Words.money(milestone.path("fees").path("estimated")),
          Words.money(milestone.path("total")),
          Words.text(milestone.path("name")));
    }
    screen.table(table);
    price(plan.path("price"));
    steps(plan);
    checks(plan.path("preflight"));
    screen.blank();
    screen.line("Nothing was started.");
  }

  private void price(JsonNode price) {
    screen.blank();
    screen.line(
        "in all %s (fees of %s are estimated), at most %s%s"
            .formatted(
                Words.money(price.path("total")),
                Words.money(price.path("feesEstimated")),
                Words.money(price.path("worstCase")),
                Words.there(price.path("cap"))
                    ? ", cap "
                        + Words.money(price.path("cap"))
                        + ", headroom "
                        + Words.money(price.path("headroom"))
                    : ", no cap"));
  }

  private void steps(JsonNode plan) {
    screen.blank();
    screen.line("Steps; a person co-signs " + plan.path("approvals").asText() + " times:");
    for (var step : plan.path("steps")) {
      screen.line(
          "  %3s  %-9s  %s"
              .formatted(
                  step.path("number").asText(),
                  Words.text(step.path("who")),
                  Words.text(step.path("words"))));
    }
  }

  private void checks(JsonNode preflight) {
    screen.blank();
    screen.line(
        "Could it begin now? " + screen.style().state(Words.text(preflight.path("status"))));
    for (var check : preflight.path("checks")) {
      screen.line(
          "  "
              + screen.style().state("%-7s".formatted(check.path("status").asText()))
              + "  "
              + Words.text(check.path("words")));
      if (Words.there(check.path("fix"))) {
        screen.line("           " + check.path("fix").asText());
      }
      if (Words.there(check.path("link"))) {
        screen.line("           " + check.path("link").asText());
      }
    }
  }
}
