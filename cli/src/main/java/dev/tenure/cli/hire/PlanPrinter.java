package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;

/** What a hire would be, in words. */
record PlanPrinter(Screen screen) {

  void print(JsonNode plan) {
    screen.table(
        new Table<JsonNode>()
            .left("MILESTONE", one -> Formats.text(one.path("key")))
            .right("AMOUNT", one -> Formats.money(one.path("amount")))
            .right("FEES", one -> Formats.money(one.path("fees").path("estimated")))
            .right("TOTAL", one -> Formats.money(one.path("total")))
            .words("NAME", one -> Formats.text(one.path("name"))),
        plan.path("milestones"));
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
                Formats.money(price.path("total")),
                Formats.money(price.path("feesEstimated")),
                Formats.money(price.path("worstCase")),
                Formats.there(price.path("cap"))
                    ? ", cap "
                        + Formats.money(price.path("cap"))
                        + ", headroom "
                        + Formats.money(price.path("headroom"))
                    : ", no cap"));
  }

  private void steps(JsonNode plan) {
    screen.blank();
    screen.line("Steps, with " + plan.path("approvals").asText() + " approvals by a person:");
    for (var step : plan.path("steps")) {
      screen.line(
          "  %3s  %-9s  %s"
              .formatted(
                  step.path("number").asText(),
                  Formats.text(step.path("who")),
                  Formats.text(step.path("words"))));
    }
  }

  private void checks(JsonNode preflight) {
    screen.blank();
    screen.line(
        "Could it begin now? " + screen.style().state(Formats.text(preflight.path("status"))));
    for (var check : preflight.path("checks")) {
      screen.line(
          "  "
              + screen.style().state("%-7s".formatted(check.path("status").asText()))
              + "  "
              + Formats.text(check.path("words")));
      screen.lineOf("           ", check.path("fix"));
      screen.lineOf("           ", check.path("link"));
    }
  }
}
