package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a requester changes of a hire that runs. */
@ExtendWith(StackExtension.class)
@SuppressWarnings("NullAway.Init")
class ChangeTest {

  private Http http;
  private String hire;
  private Answer made;

  @BeforeEach
  void make(Http http) {
    this.http = http;
    this.made = http.post("/v1/hires", Bodies.whole(Bodies.proposal()));
    this.hire = made.text("/links/self");
  }

  @Test
  void whatIsAbsentStaysAndNullRemoves() {
    Answer changed =
        patch(
            """
            {"budget":{"cap":{"amount":"1200.00"}},"labels":{"team":null,"batch":"7"},
             "externalRef":null,"policies":{"onExpired":{"reRequest":5},"end":"on_request"}}
            """);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("/money/cap/amount")).isEqualTo("1200.00");
    assertThat(changed.text("/money/cap/currency")).isEqualTo("USD");
    assertThat(changed.json().at("/labels").toString()).isEqualTo("{\"batch\":\"7\"}");
    assertThat(changed.json().at("/externalRef").isNull()).isTrue();
    assertThat(changed.text("/policies/onExpired/reRequest")).isEqualTo("5");
    assertThat(changed.text("/policies/onExpired/then")).isEqualTo("hold");
    assertThat(changed.text("/policies/end")).isEqualTo("on_request");
    assertThat(changed.text("/policies/release")).isEqualTo("on_delivery");
    assertThat(http.get(hire).json()).isEqualTo(changed.json());
    assertThat(http.get(hire).header("ETag")).isEqualTo(changed.header("ETag"));
  }

  @Test
  void aHireIsFoundByItsNewLabelsAndReferenceAndNoLongerByTheOldOnes() {
    String team = Bodies.proposal();
    patch("{\"labels\":{\"team\":\"" + team + "\"},\"externalRef\":\"R-" + team + "\"}");
    assertThat(http.get("/v1/hires?label=team:" + team).json().at("/items")).hasSize(1);
    assertThat(http.get("/v1/hires?externalRef=R-" + team).json().at("/items")).hasSize(1);
    patch("{\"labels\":{\"team\":null},\"externalRef\":null}");
    assertThat(http.get("/v1/hires?label=team:" + team).json().at("/items")).isEmpty();
    assertThat(http.get("/v1/hires?externalRef=R-" + team).json().at("/items")).isEmpty();
  }

  @Test
  void theFirstMilestoneTakesOtherTermsAndKeepsTheRest() {
    Answer changed =
        patch("{\"firstMilestone\":{\"amount\":{\"amount\":\"460.00\"},\"dueDate\":null}}");
    assertThat(changed.text("/milestones/0/amount/amount")).isEqualTo("460.00");
    assertThat(changed.text("/milestones/0/name")).isEqualTo("Batch 1");
    assertThat(changed.json().at("/milestones/0/dueDate").isNull()).isTrue();
  }

  @Test
  void aLaterMilestoneTakesOtherTermsAndKeepsTheRest() {
    Answer changed = patchMilestone("m2", "{\"dueDate\":\"2031-07-15\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("/milestones/1/dueDate")).isEqualTo("2031-07-15");
    assertThat(changed.json().at("/milestones/1/amount"))
        .isEqualTo(made.json().at("/milestones/1/amount"));
    assertThat(changed.json().at("/milestones/0")).isEqualTo(made.json().at("/milestones/0"));
    assertThat(patchMilestone("m2", "{\"dueDate\":\"2031-07-15\"}").text("/version"))
        .isEqualTo(changed.text("/version"));
  }

  @Test
  void whatIsNoTermOfAMilestoneIsRefusedByName() {
    assertThat(patchMilestone("m9", "{\"dueDate\":null}").text("/code"))
        .isEqualTo("milestone_not_found");
    Answer bad = patchMilestone("m2", "{\"dueDate\":\"+10000-01-01\",\"amount\":null}");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.json().at("/errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/dueDate", "/amount");
    assertThat(patchMilestone("m2", "{\"fund\":{}}").status()).isBetween(400, 422);
  }

  private Answer patchMilestone(String key, String body) {
    return http.send(
        "PATCH", hire + "/milestones/" + key, body, "Content-Type", "application/merge-patch+json");
  }

  @Test
  void aChangeMadeFromAnOlderStateIsRefused() {
    String old = http.get(hire).header("ETag");
    patch("{\"externalRef\":\"one\"}");
    Answer refused = patch("{\"externalRef\":\"two\"}", "If-Match", old);
    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.text("/code")).isEqualTo("version_conflict");
    Answer withKey = patch("{\"externalRef\":\"two\"}", "If-Match", old, "Idempotency-Key", "k");
    assertThat(withKey.status()).isEqualTo(412);
    String now = http.get(hire).header("ETag");
    assertThat(patch("{\"externalRef\":\"two\"}", "If-Match", "\"x\", " + now).status())
        .isEqualTo(200);
    assertThat(patch("{\"externalRef\":\"three\"}", "If-Match", "*").status()).isEqualTo(200);
    String weak = "W/" + http.get(hire).header("ETag");
    assertThat(patch("{\"externalRef\":\"four\"}", "If-Match", weak).status()).isEqualTo(412);
  }

  @Test
  void aChangeThatWasCarriedOutIsAnsweredAgainForItsKeyThoughTheStateIsAnotherByNow() {
    String tag = made.header("ETag");
    String body = "{\"externalRef\":\"mine\"}";
    assertThat(patch(body, "If-Match", tag, "Idempotency-Key", "k").status()).isEqualTo(200);
    Answer again = patch(body, "If-Match", tag, "Idempotency-Key", "k");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/version")).isEqualTo("1");
  }

  @Test
  void aChangeThatWasCarriedOutIsAnsweredAgainThoughItsRulesAreBrokenByNow() {
    String first = "{\"firstMilestone\":{\"name\":%s,\"description\":%s}}";
    String body = "{\"firstMilestone\":{\"name\":null,\"description\":\"one\"}}";
    patch(first.formatted("null", "\"one\""));
    String ref = "{\"externalRef\":\"R\",\"firstMilestone\":{\"name\":null}}";
    assertThat(patch(ref, "Idempotency-Key", "rule").status()).isEqualTo(200);
    patch(first.formatted("\"other\"", "null"));
    patch("{\"externalRef\":\"S\"}");
    Answer again = patch(ref, "Idempotency-Key", "rule");
    assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
    assertThat(again.text("/externalRef")).isEqualTo("S");
    assertThat(patch(ref, "Idempotency-Key", "new").text("/code")).isEqualTo("invalid_request");
    assertThat(patch(ref).text("/code")).isEqualTo("invalid_request");
    assertThat(patch(body, "Idempotency-Key", "rule").text("/code"))
        .isEqualTo("idempotency_key_reused");
  }

  @Test
  void aChangeThatChangesNothingLeavesTheVersionAlone() {
    Answer same = patch("{\"externalRef\":\"REQ-118\",\"labels\":{\"team\":\"vision\"}}");
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.text("/version")).isEqualTo("0");
    assertThat(patch("{}").status()).isEqualTo(200);
  }

  @Test
  void aRepeatedKeyOfAChangeThatFoundNothingToDoUndoesNoOthersChange() {
    String cap = "{\"budget\":{\"cap\":{\"amount\":\"%s\"}}}";
    patch(cap.formatted("5000.00"), "Idempotency-Key", "n-0");
    assertThat(patch(cap.formatted("5000.00"), "Idempotency-Key", "n-1").status()).isEqualTo(200);
    patch(cap.formatted("6000.00"), "Idempotency-Key", "n-2");
    Answer again = patch(cap.formatted("5000.00"), "Idempotency-Key", "n-1");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/money/cap/amount")).isEqualTo("6000.00");
    assertThat(http.get(hire).text("/money/cap/amount")).isEqualTo("6000.00");
  }

  @Test
  void manyChangesAtOnceWithoutAConditionAllCount() throws Exception {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String body = "{\"labels\":{\"l" + i + "\":\"x\"}}";
      calls.add(() -> patch(body));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    }
    assertThat(http.get(hire).json().at("/labels")).hasSize(5);
  }

  private Answer patch(String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/merge-patch+json"));
    return http.send("PATCH", hire, body, all.toArray(String[]::new));
  }
}
