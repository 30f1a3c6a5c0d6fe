package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.option.HiringMarketplace;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.util.List;
import java.util.Set;

/** The money of one hire: each movement once, what was expected beside what was booked. */
record LedgerPrinter(Screen screen) {
  /** Approvals that draw money when a person confirms them. */
  private static final Set<String> DRAWS = Set.of("proposal_hire", "milestone_fund");

  void print(JsonNode hire, JsonNode ledger, List<JsonNode> approvals) {
    new HirePrinter(screen).headline(hire);
    pending(hire.path("status").asText(), approvals);
    movements(ledger.path("reconciliation"));
    switch (HiringMarketplace.ofHire(hire)) {
      case OPENTRAIN -> {
        totals(hire, ledger);
        invoices(ledger.path("booked").path("openInvoices"));
        screen.blank();
        screen.line(read(ledger.path("booked")));
      }
      case OPENCONTRACT -> toldByTheHire(hire, ledger);
    }
  }

  /** OpenContract keeps no ledger: there is nothing to be read, or to go together with it. */
  private void toldByTheHire(JsonNode hire, JsonNode ledger) {
    screen.blank();
    screen.line("paid to Workers      " + Formats.money(hire.path("money").path("paid")));
    screen.line("expected             " + Formats.money(ledger.path("estimated").path("total")));
    screen.line("charged less returns " + Formats.money(ledger.path("booked").path("charged")));
    if (!ledger.path("booked").path("entries").isEmpty()) {
      screen.blank();
      screen.line(
          "What was signed for is certain. What comes back is reckoned from the marketplace's rules,"
              + " since it tells no transfers.");
    }
  }

  private void pending(String status, List<JsonNode> approvals) {
    for (var approval : approvals) {
      if (DRAWS.contains(approval.path("kind").asText())) {
        screen.line(
            "  pending: %s%s, %s + %s fees estimated, %s"
                .formatted(
                    Formats.plain(approval.path("kind")),
                    Formats.after(" ", approval.path("milestone")),
                    Formats.money(approval.path("amount")),
                    Formats.money(approval.path("fees").path("estimated")),
                    Formats.distance(approval.path("expiresAt"))));
        screen.line("    " + Formats.text(approval.path("url")));
        UnwantedApproval.warning(status, approval)
            .ifPresent(warning -> screen.line("    " + screen.style().warn(warning)));
      }
    }
  }

  private void movements(JsonNode reconciliation) {
    screen.blank();
    if (reconciliation.path("lines").isEmpty()) {
      screen.line("No money has moved, and none is expected to have.");
      return;
    }
    screen.table(
        new Table<JsonNode>()
            .left("MOVEMENT", line -> Formats.text(line.path("movement")))
            .left("MILESTONE", line -> Formats.text(line.path("milestone")))
            .left("STATUS", line -> Formats.text(line.path("status")))
            .right("EXPECTED", line -> Formats.money(line.path("expected")))
            .right("BOOKED", line -> Formats.money(line.path("booked")))
            .right("DIFFERENCE", line -> Formats.money(line.path("difference")))
            .notes(LedgerPrinter::why),
        reconciliation.path("lines"));
  }

  private static List<String> why(JsonNode line) {
    return line.path("status").asText().equals("matched")
        ? List.of()
        : List.of(Formats.text(line.path("words")));
  }

  /** Estimated and booked fees are two accounts of one thing, and never added. */
  private void totals(JsonNode hire, JsonNode ledger) {
    var estimated = ledger.path("estimated");
    var booked = ledger.path("booked");
    screen.blank();
    screen.line("paid to the trainer  " + Formats.money(hire.path("money").path("paid")));
    screen.line(
        "expected             %s = %s + %s fees estimated"
            .formatted(
                Formats.money(estimated.path("total")),
                Formats.money(estimated.path("amount")),
                Formats.money(estimated.path("fees"))));
    screen.line(
        "charged to credits   %s%s"
            .formatted(
                Formats.money(booked.path("charged")),
                Formats.there(booked.path("fees"))
                    ? ", of it " + Formats.money(booked.path("fees")) + " fees"
                    : ""));
    screen.line(
        "together             "
            + screen.style().state(Formats.plain(ledger.path("reconciliation").path("status"))));
  }

  private void invoices(JsonNode invoices) {
    for (var invoice : invoices) {
      screen.line(
          "open invoice         %s %s, %s"
              .formatted(
                  Formats.money(invoice.path("amount")),
                  Formats.plain(invoice.path("kind")),
                  Formats.plain(invoice.path("status"))));
    }
  }

  private String read(JsonNode booked) {
    var when =
        Formats.there(booked.path("readAt"))
            ? "The marketplace's ledger was read " + Formats.distance(booked.path("readAt")) + "."
            : "The marketplace's ledger has not been read yet.";
    return Formats.there(booked.path("lastError"))
        ? when + " It could not be read since: " + booked.path("lastError").asText()
        : when + " --refresh has it read first.";
  }
}
