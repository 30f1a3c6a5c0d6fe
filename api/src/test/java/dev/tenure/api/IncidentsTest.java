package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.RecordBatch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of everything for which the engine needs a person. */
@ExtendWith(StackExtension.class)
@SuppressWarnings("NullAway.Init")
class IncidentsTest {

  private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

  private Http http;
  private Stack stack;
  private String id;

  @BeforeEach
  void make(Stack stack) {
    this.stack = stack;
    this.http = stack.http();
    this.id = http.post("/v1/hires", Bodies.shortest(Bodies.proposal())).text("/id");
    record(
        incident("inc_2", IncidentCause.BUDGET_EXCEEDED, 20),
        incident("inc_1", IncidentCause.PAYMENT_METHOD_REQUIRED, 10),
        incident("inc_0", IncidentCause.TERMS_EDITED, 0)
            .closed(AT.plusSeconds(5), Resolution.RETRY));
  }

  @Test
  void openIncidentsAreListedTheLongestOpenFirstWithTheWayToAnswer() {
    Answer list = http.get("/v1/incidents?hire=" + id);
    assertThat(list.json().at("/items").findValuesAsText("id")).containsExactly("inc_1", "inc_2");
    assertThat(list.text("/items/0/hireId")).isEqualTo(id);
    assertThat(list.text("/items/0/fixUrl")).isEqualTo("https://example.test/fix");
    assertThat(list.text("/items/0/links/hire")).isEqualTo("/v1/hires/" + id);
    String way = "/items/0/allowedActions/0";
    assertThat(list.text(way + "/method")).isEqualTo("POST");
    assertThat(list.text(way + "/href")).isEqualTo("/v1/hires/" + id + "/incidents/inc_1/resolve");
    assertThat(list.json().at(way + "/choices").toString()).isEqualTo("[\"retry\",\"abort\"]");
  }

  @Test
  void closedOnesAreListedOnRequestAndMayNotBeAnsweredAnyMore() {
    Answer closed = http.get("/v1/incidents?status=closed&hire=" + id);
    assertThat(closed.json().at("/items").findValuesAsText("id")).containsExactly("inc_0");
    assertThat(closed.text("/items/0/resolution")).isEqualTo("retry");
    assertThat(closed.json().at("/items/0/allowedActions")).isEmpty();
    assertThat(http.get("/v1/incidents?status=all&hire=" + id).json().at("/items")).hasSize(3);
  }

  @Test
  void anIncidentIsReadByItsIdAndItsHireWhereTwoHaveTheSame() {
    Answer read = http.get("/v1/incidents/inc_1?hire=" + id);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.text("/cause")).isEqualTo("payment_method_required");
    assertThat(read.text("/links/self")).isEqualTo("/v1/incidents/inc_1?hire=" + id);
    assertThat(http.get(read.text("/links/self")).json()).isEqualTo(read.json());
    assertThat(http.get("/v1/incidents/inc_0?hire=" + id).text("/status")).isEqualTo("closed");
    assertThat(http.get("/v1/incidents/inc_1").status()).isEqualTo(200);
    assertThat(http.get("/v1/incidents/none").text("/code")).isEqualTo("incident_not_found");
    assertThat(http.get("/v1/incidents/inc_1?hire=none").status()).isEqualTo(404);
  }

  @Test
  void incidentsAreFoundByCauseAndAccountAndReadInPages() {
    assertThat(ids("&cause=budget_exceeded&account=default")).containsExactly("inc_2");
    assertThat(ids("&account=other")).isEmpty();
    Answer page = http.get("/v1/incidents?limit=1&hire=" + id);
    assertThat(page.json().at("/hasMore").asBoolean()).isTrue();
    assertThat(ids("&limit=1&cursor=" + page.text("/next"))).containsExactly("inc_2");
    assertThat(ids("&limit=2").size()).isEqualTo(2);
  }

  @Test
  void thePageOfIncidentsNamesTheMilestoneThatEachIsAboutWithItsAmount() {
    record(
        new IncidentDocument(
            "inc_3",
            IncidentCause.APPROVAL_DECLINED,
            "It needs a person.",
            "m1",
            null,
            List.of(Resolution.RETRY),
            AT.plusSeconds(30),
            null,
            null,
            1));
    assertThat(http.get("/incidents").raw().body())
        .containsPattern("m1 · [^<]*\\$[0-9.,]+</bdi> · opened");
  }

  @Test
  void everyBadParameterIsTold() {
    Answer refused = http.get("/v1/incidents?status=new&cause=rain&cursor=x&limit=201");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/errors")).hasSize(4);
  }

  private List<String> ids(String more) {
    return http.get("/v1/incidents?hire=" + id + more).json().at("/items").findValuesAsText("id");
  }

  private void record(IncidentDocument... incidents) {
    var hire = stack.front().bean(Hires.class).find(id).orElseThrow().document();
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            new RecordBatch(
                id, "run-1", null, hire, List.of(), List.of(), List.of(incidents), List.of()));
  }

  private static IncidentDocument incident(String id, IncidentCause cause, int seconds) {
    return new IncidentDocument(
        id,
        cause,
        "It needs a person.",
        null,
        "https://example.test/fix",
        List.of(Resolution.RETRY, Resolution.ABORT),
        AT.plusSeconds(seconds),
        null,
        null,
        1);
  }
}
