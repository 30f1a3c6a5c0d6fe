package dev.tenure.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Command lines against a front that answers as it is told. */
@Timeout(300)
@SuppressWarnings("NullAway.Init")
abstract class AtAFront {
  static final String HIRE =
      """
      {"id":"hir_1","account":"default","proposalId":"prp_1","externalRef":"REQ-118","status":"active",
       "paused":false,"contractId":"ctr_1","updatedAt":"2026-01-01T00:00:00Z","version":7,
       "waitingFor":[{"kind":"approval","milestone":"m2","url":"https://market.example/apr_2",
         "deadline":"2099-01-01T00:00:00Z"}],
       "incidents":[{"id":"inc_1","cause":"payment_method_required","detail":"No card on file.",
         "fixUrl":"https://market.example/billing","actions":["retry","abort"]}],
       "money":{"cap":{"amount":"1000.00","currency":"USD"},
         "committed":{"amount":"450.00","currency":"USD"},"paid":{"amount":"450.00","currency":"USD"},
         "fees":{"estimated":{"amount":"54.95","currency":"USD"}},
         "worstCase":{"amount":"12345.60","currency":"USD"}},
       "milestones":[
        {"key":"m1","name":"Batch 1","state":"paid","amount":{"amount":"450.00","currency":"USD"},
         "fund":{"when":"at_start"}},
        {"key":"m2","name":"Batch 2","state":"awaiting_funding",
         "amount":{"amount":"250.00","currency":"USD"},"fund":{"when":"after_paid","after":"m1"}}],
       "allowedActions":[{"action":"pause"},{"action":"drop","milestone":"m2"},
        {"action":"resolve","incidentId":"inc_1","choices":["retry","abort"]}]}
      """
          .replaceAll("\n\\s*", "");

  FakeFront front;
  String out = "";
  String err = "";

  @BeforeEach
  void start() {
    front = new FakeFront();
    front.tell("GET /v1/hires/hir_1", 200, HIRE);
  }

  @AfterEach
  void stop() {
    front.close();
  }

  /** Carries a command line out at the front, and keeps what it printed. */
  int run(String... arguments) {
    return runAt(front.url(), arguments);
  }

  /** The same for words without blanks in them. */
  int runLine(String line) {
    return run(line.split(" "));
  }

  int runAt(String url, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--url");
    all.add(url);
    return runAlone(all.toArray(String[]::new));
  }

  /** The same without the address of a front, which not every command takes. */
  int runAlone(String... arguments) {
    var printed = new StringWriter();
    var said = new StringWriter();
    int exit =
        Cli.commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(said, true))
            .execute(arguments);
    out = printed.toString();
    err = said.toString();
    return exit;
  }
}
