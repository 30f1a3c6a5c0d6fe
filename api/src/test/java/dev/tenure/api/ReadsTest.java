package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class ReadsTest {

  private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

  @Test
  void hiresAreListedNewestFirstByFiltersAndPages(Http http) {
    String team = Bodies.proposal();
    String first = make(http, team);
    String second = make(http, team);
    Answer page = http.get("/v1/hires?label=team:" + team + "&account=default&limit=1");
    assertThat(page.text("/items/0/id")).isEqualTo(second);
    assertThat(page.json().at("/hasMore").asBoolean()).isTrue();
    Answer rest =
        http.get("/v1/hires?label=team:" + team + "&limit=1&cursor=" + page.text("/next"));
    assertThat(rest.text("/items/0/id")).isEqualTo(first);
    assertThat(rest.json().at("/hasMore").asBoolean()).isFalse();
    assertThat(rest.json().at("/next").isNull()).isTrue();
    assertThat(http.get("/v1/hires?label=team:" + team + "&status=ended").json().at("/items"))
        .isEmpty();
  }

  @Test
  void pendingApprovalsAndEventsAreReadAsTheyWereRecorded(Stack stack) {
    Http http = stack.http();
    String id = make(http, "x");
    record(stack, id);
    Answer inbox = http.get("/v1/approvals?status=pending&hire=" + id);
    assertThat(inbox.json().at("/items").findValuesAsText("id"))
        .containsExactly("apr_a" + id, "apr_b" + id);
    assertThat(inbox.text("/items/0/fees/estimated/amount")).isEqualTo("54.95");
    String pending = "/v1/approvals?hire=" + id;
    assertThat(http.get(pending + "&account=default").json().at("/items")).hasSize(2);
    assertThat(http.get(pending + "&account=other").json().at("/items")).isEmpty();
    String kind = inbox.text("/items/0/kind");
    assertThat(http.get(pending + "&kind=" + kind).json().at("/items")).hasSize(2);
    assertThat(http.get(pending + "&kind=contract_end").json().at("/items")).isEmpty();
    Answer first = http.get(pending + "&limit=1");
    assertThat(http.get(pending + "&cursor=" + first.text("/next")).text("/items/0/id"))
        .isEqualTo("apr_b" + id);
    Answer one = http.get("/v1/approvals/apr_b" + id);
    assertThat(one.text("/links/hire")).isEqualTo("/v1/hires/" + id);
    assertThat(one.text("/ifDeclined")).isEqualTo("hire_waits");
    Answer events = http.get("/v1/events?limit=1&hire=" + id);
    assertThat(events.text("/items/0/summary")).isEqualTo("First");
    assertThat(events.json().at("/hasMore").asBoolean()).isTrue();
    Answer rest = http.get("/v1/events?hire=" + id + "&cursor=" + events.text("/next"));
    assertThat(rest.text("/items/0/number")).isEqualTo("2");
    Answer end = http.get("/v1/events?hire=" + id + "&cursor=" + rest.text("/next"));
    assertThat(end.json().at("/items")).isEmpty();
    assertThat(end.text("/next")).isEqualTo(rest.text("/next"));
  }

  @Test
  void whatDoesNotExistIsNotFound(Http http) {
    assertThat(http.get("/v1/hires/hir_none").text("/code")).isEqualTo("hire_not_found");
    assertThat(http.get("/v1/approvals/apr_none").text("/code")).isEqualTo("approval_not_found");
  }

  @Test
  void everyBadParameterIsTold(Http http) {
    Answer answer = http.get("/v1/hires?status=lost&limit=0&cursor=x&label=nocolon");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors")).hasSize(4);
    assertThat(http.get("/v1/events?cursor=-1&limit=many").json().at("/errors")).hasSize(2);
    assertThat(http.get("/v1/approvals?kind=wish").text("/errors/0/pointer")).isEqualTo("kind");
    assertThat(http.get("/v1/approvals?status=x&cursor=y").json().at("/errors")).hasSize(2);
  }

  private static String make(Http http, String team) {
    String body = Bodies.whole(Bodies.proposal()).replace("vision", team);
    return http.post("/v1/hires", body).text("/id");
  }

  private static void record(Stack stack, String id) {
    var hire = stack.front().bean(Hires.class).find(id).orElseThrow().document();
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            new RecordBatch(
                id,
                "run-1",
                null,
                hire,
                List.of(),
                List.of(approval("apr_b" + id, 60), approval("apr_a" + id, 30)),
                List.of(),
                List.of(event(1, "First"), event(2, "Second"))));
  }

  private static HireEvent event(long number, String summary) {
    return new HireEvent(number, "sample.event", AT, summary, null, null, Map.of("a", "b"));
  }

  private static ApprovalDocument approval(String id, int seconds) {
    return new ApprovalDocument(
        id,
        ApprovalKind.PROPOSAL_HIRE,
        ApprovalStatus.PENDING,
        "m1",
        Money.usd("450"),
        Money.usd("54.95"),
        "https://example.test/" + id,
        1,
        AT,
        AT.plusSeconds(seconds),
        null,
        Map.of(),
        1);
  }
}
