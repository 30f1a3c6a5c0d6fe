package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The everyday commands against a front that answers as it is told. */
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class EverydayTest {
  private static final String HIRE =
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

  private FakeFront front;
  private String out = "";
  private String err = "";

  @BeforeEach
  void start() {
    front = new FakeFront();
  }

  @AfterEach
  void stop() {
    front.close();
  }

  @Test
  void oneHireIsShownWithEverythingThatMatters() {
    front.tell("GET /v1/hires/hir_1", 200, HIRE);
    assertThat(run("show", "hir_1")).isZero();
    assertThat(out)
        .contains("REQ-118", "active", "proposal prp_1", "contract ctr_1")
        .contains("waits for approval of m2, in ", "https://market.example/apr_2")
        .contains("payment method required: No card on file.")
        .contains("mend it at https://market.example/billing")
        .containsPattern("m2 +awaiting_funding +\\$250.00 +after m1 +Batch 2")
        .contains("at most $12,345.60", "cap $1,000.00", "fees $54.95 estimated")
        .contains("tenure drop hir_1 m2", "tenure resolve hir_1 inc_1 retry|abort")
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "show hir_1,GET /v1/hires/hir_1",
    "hires,GET /v1/hires",
    "approvals,GET /v1/approvals",
    "incidents,GET /v1/incidents",
    "events,GET /v1/events",
    "end hir_1,POST /v1/hires/hir_1/end"
  })
  void withJsonTheAnswerIsPrintedUntouched(String line, String asked) {
    var body = "{ \"any\" : [ 1,2 ],  \"thing\": null }";
    front.tell(asked, 200, body);
    var arguments = new ArrayList<>(List.of(line.split(" ")));
    arguments.add("--json");
    assertThat(run(arguments.toArray(String[]::new))).isZero();
    assertThat(out).isEqualTo(body + System.lineSeparator());
  }

  @Test
  void hiresStandInColumnsAndFiltersAreHandedOn() {
    front.tell(
        "GET /v1/hires", 200, "{\"hires\":[" + HIRE + "],\"next\":\"abc\",\"hasMore\":true}");
    assertThat(run("hires", "--status", "active", "--label", "team:vision", "--ref", "a b"))
        .isZero();
    assertThat(front.last().line())
        .isEqualTo("GET /v1/hires?status=active&externalRef=a%20b&limit=50&label=team%3Avision");
    var lines = out.lines().toList();
    assertThat(lines.get(0)).startsWith("HIRE ").contains("AT MOST");
    assertThat(lines.get(1).indexOf("active")).isEqualTo(lines.get(0).indexOf("STATUS"));
    assertThat(lines.get(1)).contains("1 incident", "$450.00", "$12,345.60");
    assertThat(out).contains("More: --cursor abc");
  }

  @Test
  void emptyListsAreSaidInWords() {
    front.tell("GET /v1/hires", 200, "{\"hires\":[]}");
    front.tell("GET /v1/approvals", 200, "{\"approvals\":[]}");
    front.tell("GET /v1/incidents", 200, "{\"incidents\":[]}");
    front.tell("GET /v1/events", 200, "{\"events\":[]}");
    run("hires");
    assertThat(out).contains("No hire is like that.");
    run("approvals");
    assertThat(out).contains("No approval is pending.");
    run("incidents");
    assertThat(out).contains("Nothing needs an answer.");
    run("events");
    assertThat(out).contains("Nothing has happened since.");
  }

  @Test
  void approvalsAndIncidentsNameTheirLinksAndAnswers() {
    front.tell(
        "GET /v1/approvals",
        200,
        """
        {"approvals":[{"id":"apr_2","hireId":"hir_1","kind":"milestone_fund","status":"pending",
         "milestone":"m2","amount":{"amount":"250.00","currency":"USD"},
         "url":"https://market.example/apr_2","expiresAt":"2099-01-01T00:00:00Z"}]}
        """);
    front.tell(
        "GET /v1/incidents",
        200,
        """
        {"incidents":[{"id":"inc_1","hireId":"hir_1","cause":"milestone_in_doubt","milestone":"m2",
         "detail":"Was it created?","fixUrl":null,"actions":["retry","adopt"],
         "openedAt":"2026-01-01T00:00:00Z"}]}
        """);
    run("approvals");
    assertThat(front.last().line()).contains("status=pending");
    assertThat(out).contains("milestone fund m2", "$250.00", "https://market.example/apr_2");
    run("incidents", "--cause", "milestone_in_doubt");
    assertThat(front.last().line()).contains("status=open", "cause=milestone_in_doubt");
    assertThat(out).contains("milestone in doubt of m2", "tenure resolve hir_1 inc_1 retry|adopt");
  }

  @ParameterizedTest
  @CsvSource({
    "release hir_1 m1,POST /v1/hires/hir_1/milestones/m1/release",
    "fund hir_1 m2,POST /v1/hires/hir_1/milestones/m2/fund",
    "drop hir_1 m2,DELETE /v1/hires/hir_1/milestones/m2",
    "pause hir_1,POST /v1/hires/hir_1/pause",
    "resume hir_1,POST /v1/hires/hir_1/resume",
    "cancel hir_1,POST /v1/hires/hir_1/cancel",
    "end hir_1,POST /v1/hires/hir_1/end"
  })
  void everyCommandIsSentWithAKeyOfItsOwnAndAnswersWithTheHire(String line, String asked) {
    front.tell(asked, 200, HIRE);
    assertThat(run(line.split(" "))).isZero();
    assertThat(front.last().line()).isEqualTo(asked);
    assertThat(front.last().key()).startsWith("cli-");
    assertThat(out).contains("REQ-118", "MILESTONE");
    run((line + " --idempotency-key k1").split(" "));
    assertThat(front.last().key()).isEqualTo("k1");
  }

  @Test
  void anIncidentIsAnsweredAndAMilestoneAddedWithTheirBodies() {
    front.tell("POST /v1/hires/hir_1/incidents/inc_1/resolve", 200, HIRE);
    front.tell("POST /v1/hires/hir_1/milestones", 201, HIRE);
    assertThat(run("resolve", "hir_1", "inc_1", "adopt", "--marketplace-id", "mst_9")).isZero();
    assertThat(front.last().body()).isEqualTo("{\"action\":\"adopt\",\"marketplaceId\":\"mst_9\"}");
    assertThat(run("add", "hir_1", "Batch 4=$1,300.50", "--after", "m2", "--due", "2027-01-31"))
        .isZero();
    assertThat(front.last().body())
        .isEqualTo(
            "{\"name\":\"Batch 4\",\"description\":\"Batch 4\","
                + "\"amount\":{\"amount\":\"1300.50\",\"currency\":\"USD\"},"
                + "\"dueDate\":\"2027-01-31\",\"fund\":{\"when\":\"after_paid\",\"after\":\"m2\"}}");
  }

  @Test
  void aHireIsMadeOfFlagsOrOfAFileAndSaysWhetherItIsNew(@TempDir Path folder) throws IOException {
    front.tell("POST /v1/hires", 201, HIRE);
    var flags =
        "hire --proposal prp_1 --cap 1000 --ref REQ-118 --label team=vision --wait --milestone";
    var arguments = new ArrayList<>(List.of(flags.split(" ")));
    arguments.add("Batch 1=450.00");
    assertThat(run(arguments.toArray(String[]::new))).isZero();
    assertThat(front.last().body())
        .isEqualTo(
            "{\"proposalId\":\"prp_1\",\"externalRef\":\"REQ-118\",\"labels\":{\"team\":\"vision\"},"
                + "\"milestones\":[{\"name\":\"Batch 1\",\"description\":\"Batch 1\","
                + "\"amount\":{\"amount\":\"450.00\",\"currency\":\"USD\"}}],"
                + "\"budget\":{\"cap\":{\"amount\":\"1000\",\"currency\":\"USD\"}}}");
    assertThat(out).contains("is recorded", "tenure watch hir_1");
    front.tell("POST /v1/hires", 200, HIRE);
    var file = Files.writeString(folder.resolve("hire.json"), "{\"proposalId\":\"prp_2\"}");
    assertThat(run("hire", file.toString())).isZero();
    assertThat(front.last().body()).isEqualTo("{\"proposalId\":\"prp_2\"}");
    assertThat(out).contains("asked for before");
  }

  @Test
  void aPlanIsShownWithItsPriceStepsAndChecksAndStartsNothing() {
    front.tell(
        "POST /v1/hire-plans",
        200,
        """
        {"milestones":[{"key":"m1","name":"Batch 1","amount":{"amount":"450.00","currency":"USD"},
          "fees":{"estimated":{"amount":"54.95","currency":"USD"}},
          "total":{"amount":"504.95","currency":"USD"}}],
         "price":{"total":{"amount":"504.95","currency":"USD"},
          "feesEstimated":{"amount":"54.95","currency":"USD"},
          "worstCase":{"amount":"504.95","currency":"USD"},"cap":null,"headroom":null},
         "approvals":2,"steps":[{"number":1,"who":"person","words":"Confirm the hire"}],
         "preflight":{"status":"red","checks":[{"name":"claimed","status":"red",
          "words":"Nobody has claimed it","fix":"Claim it","link":"https://market.example/claim"}]}}
        """);
    assertThat(run("hire", "--plan", "--proposal", "prp_1", "--milestone", "Batch 1=450")).isZero();
    assertThat(front.asked()).hasSize(1);
    assertThat(out)
        .contains("$504.95", "no cap", "co-signs 2 times", "Confirm the hire")
        .contains(
            "Could it begin now? red", "Nobody has claimed it", "https://market.example/claim")
        .contains("Nothing was started.");
  }

  @Test
  void aRefusalIsToldAsSentencesWithWhatIsOpenInstead() {
    front.tell(
        "POST /v1/hires/hir_1/milestones/m2/release",
        409,
        """
        {"status":409,"code":"not_allowed","detail":"m2 is not funded.",
         "instance":"/v1/hires/hir_1/milestones/m2/release",
         "allowedActions":[{"action":"release","milestone":"m1"}]}
        """);
    assertThat(run("release", "hir_1", "m2")).isEqualTo(ExitCode.NOT_ALLOWED);
    assertThat(out).isEmpty();
    assertThat(err).contains("m2 is not funded.", "tenure release hir_1 m1");
  }

  @Test
  void everythingThatIsWrongIsNamedWithItsPlace() {
    front.tell(
        "POST /v1/hires",
        422,
        """
        {"status":422,"code":"invalid_request","detail":"2 things are wrong with the request; see errors.",
         "errors":[{"pointer":"/proposalId","detail":"is required"},
          {"pointer":"/milestones/0/amount/amount","detail":"USD has two decimals."}]}
        """);
    assertThat(run("hire", "--proposal", "p", "--milestone", "a=1.234"))
        .isEqualTo(ExitCode.INVALID);
    assertThat(err).contains("  /milestones/0/amount/amount: USD has two decimals.");
  }

  @ParameterizedTest
  @CsvSource({"400,6", "401,7", "403,7", "404,5", "409,4", "412,4", "422,6", "500,1", "503,3"})
  void theExitCodeTellsWhatKindOfRefusalItWas(int status, int exit) {
    var problem = "{\"status\":" + status + ",\"code\":\"c\",\"detail\":\"No.\"}";
    front.tell("GET /v1/hires", status, problem);
    assertThat(run("hires")).isEqualTo(exit);
    assertThat(err).contains("No.");
    assertThat(run("hires", "--json")).isEqualTo(exit);
    assertThat(err.strip()).isEqualTo(problem);
  }

  @Test
  void aCommandThatNobodyTookUpNamesTheKeyToRepeatItWith() {
    front.tell(
        "POST /v1/hires/hir_1/end",
        503,
        "{\"status\":503,\"code\":\"worker_unavailable\",\"detail\":\"No worker took it.\"}");
    assertThat(run("end", "hir_1")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("--idempotency-key " + front.last().key(), "No worker took it.");
  }

  @Test
  void whereNobodyOrSomebodyElseAnswersTheRemedyIsNamed() {
    var url = front.url();
    front.tell("GET /v1/hires", 200, "<html>");
    assertThat(run("hires")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("is not Tenure's front");
    front.close();
    assertThat(run("hires")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("Nobody answers at " + url, "tenure up", "TENURE_URL");
  }

  @Test
  void aWrongCommandLineIsRefusedBeforeAnythingIsSent() {
    assertThat(run("hire", "--proposal", "p")).isEqualTo(ExitCode.FAILED);
    assertThat(err).contains("--milestone");
    assertThat(run("hire", "--proposal", "p", "--milestone", "no amount"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("NAME=AMOUNT");
    assertThat(run("release", "hir_1")).isEqualTo(ExitCode.USAGE);
    assertThat(run("hire", "/nowhere.json")).isEqualTo(ExitCode.FAILED);
    assertThat(err).contains("/nowhere.json cannot be read");
    assertThat(front.asked()).isEmpty();
  }

  @Test
  void watchingAHireThatEndedTellsItsWholeStory() {
    front.tell("GET /v1/hires/hir_1", 200, HIRE.replace("\"active\"", "\"ended\""));
    front.tell("GET /v1/events", 200, "{\"events\":[" + json(5, "The contract ended.") + "]}");
    assertThat(run("watch", "hir_1")).isZero();
    assertThat(out).contains("The contract ended.", "REQ-118  ended");
  }

  @Test
  void watchingAHireUnderWayEndsWithTheEventThatClosesIt() {
    front.tell("GET /v1/hires/hir_1", 200, HIRE);
    front.stream("GET /v1/events/stream", event(5, "m1 was paid.") + event(6, "Cancelled."));
    front.onRequest(
        "GET /v1/events/stream",
        () -> {
          front.tell("GET /v1/hires/hir_1", 200, HIRE.replace("\"active\"", "\"cancelled\""));
        });
    assertThat(run("watch", "hir_1")).isEqualTo(ExitCode.CLOSED_OTHERWISE);
    assertThat(out).contains("m1 was paid.", "REQ-118  cancelled");
  }

  @Test
  void aWatchedHireThatClosedOtherwiseSaysSoInItsExitCode() {
    front.tell("GET /v1/hires/hir_1", 200, HIRE.replace("\"active\"", "\"declined\""));
    front.tell("GET /v1/events", 200, "{\"events\":[]}");
    assertThat(run("watch", "hir_1")).isEqualTo(ExitCode.CLOSED_OTHERWISE);
    assertThat(run("watch", "hir_none")).isEqualTo(ExitCode.NOT_FOUND);
  }

  private static String event(long position, String summary) {
    return "id: " + position + "\ndata: " + json(position, summary) + "\n\n";
  }

  private static String json(long position, String summary) {
    return "{\"position\":%d,\"hireId\":\"hir_1\",\"at\":\"2026-01-01T00:00:00Z\",\"summary\":\"%s\"}"
        .formatted(position, summary);
  }

  private int run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--url");
    all.add(front.url());
    var printed = new StringWriter();
    var said = new StringWriter();
    int exit =
        Cli.commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(said, true))
            .execute(all.toArray(String[]::new));
    out = printed.toString();
    err = said.toString();
    return exit;
  }
}
