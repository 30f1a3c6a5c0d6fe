package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of hires and of what waits. */
class PagedListTest extends AtAFront {

  @Test
  void oneHireIsShownWithEverythingThatMatters() {
    front.tell("GET /v1/hires/hir_1", 200, HIRE);
    assertThat(run("show", "hir_1")).isZero();
    assertThat(out)
        .contains("REQ-118", "active", "proposal prp_1", "contract ctr_1")
        .contains("waits for approval of m2, in ", "https://market.example/apr_2")
        .contains("payment method required: No card on file.")
        .contains("fix it at https://market.example/billing")
        .containsPattern("m2 +awaiting_funding +\\$250.00 +after m1 +Batch 2")
        .contains("at most $12,345.60", "cap $1,000.00", "fees $54.95 estimated")
        .contains("tenure drop hir_1 m2", "tenure resolve hir_1 inc_1 retry|abort")
        .doesNotContain("\u001b");
  }

  @Test
  void whatWasAgreedOnIsShownAsTheCommandsTakeIt() {
    front.tell(
        "GET /v1/hires/hir_1",
        200,
        HIRE.replace(
                "\"status\":\"active\"",
                "\"labels\":{\"team\":\"vision\",\"batch\":\"7\"},\"status\":\"active\","
                    + "\"policies\":{\"onDeclined\":{\"reRequest\":2,\"then\":\"hold\"},\"end\":\"on_request\"}")
            .replace(
                "\"name\":\"Batch 2\"",
                "\"name\":\"Batch 2\",\"description\":\"5k night frames\",\"dueDate\":\"2027-07-15\",\"release\":\"on_delivery\"")
            .replace("\"name\":\"Batch 1\"", "\"name\":\"Batch 1\",\"description\":\"Batch 1\""));
    assertThat(run("show", "hir_1")).isZero();
    assertThat(out)
        .contains("labels team=vision, batch=7")
        .contains("m2: 5k night frames; due 2027-07-15; released on delivery")
        .contains("policies onDeclined.reRequest=2, onDeclined.then=hold, end=on_request")
        .doesNotContain("m1: Batch 1");
  }

  @ParameterizedTest
  @CsvSource({
    "show hir_1,GET /v1/hires/hir_1",
    "hires,GET /v1/hires",
    "approvals,GET /v1/approvals",
    "incidents,GET /v1/incidents",
    "events,GET /v1/events",
    "ledger hir_1,GET /v1/hires/hir_1/ledger",
    "pause hir_1,POST /v1/hires/hir_1/pause"
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
        "GET /v1/hires", 200, "{\"items\":[" + HIRE + "],\"next\":\"abc\",\"hasMore\":true}");
    assertThat(
            run(
                "hires",
                "--status",
                "active",
                "--label",
                "team=vision",
                "--ref",
                "a b",
                "--limit",
                "1"))
        .isZero();
    assertThat(front.last().line())
        .isEqualTo("GET /v1/hires?status=active&externalRef=a%20b&label=team%3Avision&limit=1");
    var lines = out.lines().toList();
    assertThat(lines.get(0)).startsWith("HIRE ").contains("AT MOST");
    assertThat(lines.get(1).indexOf("active")).isEqualTo(lines.get(0).indexOf("STATUS"));
    assertThat(lines.get(1)).contains("1 incident", "$450.00", "$12,345.60");
    assertThat(out).contains("add --cursor abc");
  }

  @Test
  void emptyListsAreSaidInWords() {
    front.tell("GET /v1/hires", 200, "{\"items\":[]}");
    front.tell("GET /v1/approvals", 200, "{\"items\":[]}");
    front.tell("GET /v1/incidents", 200, "{\"items\":[]}");
    front.tell("GET /v1/events", 200, "{\"items\":[]}");
    run("hires");
    assertThat(out).contains("No hires match.");
    run("approvals");
    assertThat(out).contains("No approval is pending.");
    run("incidents");
    assertThat(out).contains("No incident is open.");
    run("events");
    assertThat(out).contains("Nothing has happened yet.");
  }

  @Test
  void approvalsAndIncidentsNameTheirLinksAndAnswers() {
    front.tell(
        "GET /v1/approvals",
        200,
        """
        {"items":[{"id":"apr_2","hireId":"hir_1","kind":"milestone_fund","status":"pending",
         "milestone":"m2","amount":{"amount":"250.00","currency":"USD"},
         "url":"https://market.example/apr_2","ifDeclined":"contract_ends",
         "expiresAt":"2099-01-01T00:00:00Z"}]}
        """);
    front.tell(
        "GET /v1/incidents",
        200,
        """
        {"items":[{"id":"inc_1","hireId":"hir_1","cause":"milestone_in_doubt","milestone":"m2",
         "detail":"Was it created?","fixUrl":null,"actions":["retry","adopt"],
         "openedAt":"2026-01-01T00:00:00Z"}]}
        """);
    front.tell("GET /v1/hires", 200, "{\"items\":[]}");
    run("approvals");
    assertThat(front.asked().getFirst().line()).contains("status=pending");
    assertThat(out)
        .doesNotContain("decline it")
        .contains(
            "milestone fund m2",
            "$250.00",
            "https://market.example/apr_2",
            "If it is declined, the end of the contract is requested.");
    run("incidents", "--cause", "milestone_in_doubt");
    assertThat(front.last().line()).contains("status=open", "cause=milestone_in_doubt");
    assertThat(out).contains("milestone in doubt of m2", "tenure resolve hir_1 inc_1 retry|adopt");
  }

  private static final String FUNDING =
      """
      {"id":"apr_2","hireId":"hir_1","kind":"milestone_fund","status":"pending","milestone":"m2",
       "url":"https://market.example/apr_2","expiresAt":"2099-01-01T00:00:00Z"}
      """;

  @ParameterizedTest
  @CsvSource({
    "proposal_hire,cancelling,'The hire is being cancelled: decline it. A yes would still sign a"
        + " contract and charge its first milestone, and the contract would then be ended again.'",
    "milestone_fund,cancelling,'The contract is being ended: decline it. A yes would still charge the"
        + " milestone.'",
    "milestone_fund,ending,'The contract is being ended: decline it. A yes would still charge the"
        + " milestone.'",
    "milestone_approve,ending,",
    "contract_end,ending,",
    "proposal_hire,active,"
  })
  void anApprovalOfAHireThatIsGivenUpIsOfferedWithAWarning(
      String kind, String status, @Nullable String warning) {
    var hiring = kind.equals("proposal_hire");
    var milestone = hiring ? "m1" : kind.equals("contract_end") ? null : "m2";
    var hire =
        HIRE.replace("\"active\"", "\"" + status + "\"")
            .replace("\"milestone\":\"m2\",\"url\"", quoted(milestone) + ",\"url\"")
            .replace(
                "\"contractId\":\"ctr_1\"",
                hiring ? "\"contractId\":null" : "\"contractId\":\"ctr_1\"")
            .replace(
                "awaiting_funding",
                kind.equals("milestone_approve") ? "awaiting_release" : "awaiting_funding");
    var approval =
        FUNDING
            .replace("milestone_fund", kind)
            .replace("\"id\"", "\"hireStatus\":\"" + status + "\",\"id\"");
    front.tell("GET /v1/approvals", 200, "{\"items\":[" + approval + "]}");
    front.tell("GET /v1/hires/hir_1", 200, hire);
    for (var line : List.of("approvals", "show hir_1")) {
      assertThat(runLine(line)).as(err).isZero();
      if (warning == null) {
        assertThat(out).as(line).doesNotContain("decline it");
      } else {
        assertThat(out).as(line).contains(warning);
      }
    }
  }

  private static String quoted(@Nullable String milestone) {
    return "\"milestone\":" + (milestone == null ? null : "\"" + milestone + "\"");
  }

  @Test
  void whatIsDecidedOnOpenContractIsWithdrawnByItselfAndNeedsNoWarning() {
    var here = FUNDING.replace("\"id\"", "\"termsDigest\":\"d1\",\"id\"");
    front.tell("GET /v1/approvals", 200, "{\"items\":[" + here + "]}");
    assertThat(run("approvals")).as(err).isZero();
    assertThat(front.asked()).hasSize(1);
    var ending = HIRE.replace("\"active\"", "\"ending\",\"openContract\":{\"worker\":null}");
    front.tell("GET /v1/hires/hir_1", 200, ending);
    assertThat(run("show", "hir_1")).as(err).isZero();
    assertThat(out).contains("waits for approval of m2").doesNotContain("decline it");
  }

  @Test
  void aHireOnOpenContractIsShownWithAllItsTerms() {
    front.tell(
        "GET /v1/hires/hir_1",
        200,
        """
        {"id":"hir_1","externalRef":"REQ-1","status":"active","account":"opencontract",
         "openContract":{"worker":"0xW","nextWorkers":["0xA","0xB"],"onSilence":"let_pay",
           "onWorkerLost":"next_worker","approvalWindow":"PT72H","reviewMargin":"PT1H"},
         "policies":{"onDeclined":{"reRequest":0,"then":"hold"},"onEditedTerms":"hold",
           "selfApproval":"forbid"},
         "milestones":[
          {"key":"m1","name":"One","description":"First line\\nsecond","state":"awaiting_funding",
           "fund":{"when":"at_start"},"openContract":{
             "acceptanceCriteria":["every clip is named","in Latin"],"matchWithin":"PT24H",
             "deliverWithin":"PT168H","reviewWithin":"PT72H"}},
          {"key":"m2","name":"Two","description":"Two","state":"planned",
           "fund":{"when":"on_request"},"openContract":{"acceptanceCriteria":["complete"],
             "deadlines":{"match":"2099-11-02T10:00:00Z","withdrawal":"2099-11-03T10:00:00Z",
               "delivery":"2099-11-04T10:00:00Z","review":"2099-11-05T10:00:00Z"}}}]}
        """);
    assertThat(run("show", "hir_1")).as(err).isZero();
    assertThat(out.replace("\r\n", "\n"))
        .contains(
            "  m1: First line\n      second\n",
            "      criterion 1: every clip is named\n      criterion 2: in Latin\n",
            "      match within 1 d after the creation\n",
            "      review within 3 d after the delivery deadline\n",
            "  m2:\n      criterion 1: complete\n      match by Mon 2 Nov 10:00 UTC (in ",
            "awarded to the Worker 0xW, after that 0xA, 0xB\n",
            "on OpenContract onSilence=let_pay, onWorkerLost=next_worker, approvalWindow=3 d,"
                + " reviewMargin=1 h\n",
            "selfApproval=forbid")
        .doesNotContain("onEditedTerms");
  }

  @Test
  void policiesThatMeanNothingOnOpenTrainAreNotShown() {
    front.tell(
        "GET /v1/hires/hir_1",
        200,
        HIRE.replace(
            "\"paused\"",
            "\"openContract\":null,\"policies\":{\"onEditedTerms\":\"hold\",\"selfApproval\":null},"
                + "\"paused\""));
    assertThat(run("show", "hir_1")).isZero();
    assertThat(out)
        .contains("policies onEditedTerms=hold")
        .doesNotContain("selfApproval", "on OpenContract", "open tender");
  }
}
