package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import dev.tenure.journal.run.HireStarts;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(StackExtension.class)
@SuppressWarnings("NullAway.Init")
class CommandsTest {

  private Http http;
  private String hire;

  @BeforeEach
  void make(Http http) {
    this.http = http;
    this.hire = http.post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/links/self");
  }

  @Test
  void aCommandIsCarriedOutAndReadBackAtOnce() {
    Answer released = http.post(hire + "/milestones/m1/release", "");
    assertThat(released.status()).isEqualTo(200);
    assertThat(released.header("Idempotency-Key")).isNotBlank();
    assertThat(released.text("/status")).isEqualTo("active");
    assertThat(released.text("/version")).isEqualTo("1");
    assertThat(released.text("/allowedActions/0/href")).isEqualTo(hire + "/milestones/m1/release");
    assertThat(http.get(hire).json()).isEqualTo(released.json());
  }

  @Test
  void aRepeatedKeyIsCarriedOutOnceAndAnotherKeyAgain() {
    assertThat(release("key 1").text("/version")).isEqualTo("1");
    assertThat(release("key 1").text("/version")).isEqualTo("1");
    assertThat(release("key 2").text("/version")).isEqualTo("2");
  }

  @Test
  void aKeyUsedForAnotherCommandIsRefusedAndNothingIsDone() {
    release("same");
    assertReused(http.post(hire + "/end", "", "Idempotency-Key", "same"));
    assertReused(http.post(hire + "/pause", "", "Idempotency-Key", "same"));
    assertReused(http.post(hire + "/milestones/m2/fund", "", "Idempotency-Key", "same"));
    assertReused(http.post(hire + "/milestones/m2/release", "", "Idempotency-Key", "same"));
    assertReused(http.send("DELETE", hire + "/milestones/m2", "", "Idempotency-Key", "same"));
    assertReused(
        http.send(
            "PATCH",
            hire,
            "{\"externalRef\":\"R\"}",
            "Idempotency-Key",
            "same",
            "Content-Type",
            "application/json"));
    Answer shown = http.get(hire);
    assertThat(shown.text("/version")).isEqualTo("1");
    assertThat(shown.text("/status")).isEqualTo("active");
  }

  @Test
  void aKeyUsedForAnotherBodyIsRefusedAndNothingIsDone() {
    String body = "{\"description\":\"x\",\"amount\":{\"amount\":\"90.00\",\"currency\":\"USD\"}}";
    String same =
        "{ \"amount\": {\"currency\":\"USD\", \"amount\":\"90.00\"}, \"description\":\"x\" }";
    Answer first = http.post(hire + "/milestones", body, "Idempotency-Key", "k-1");
    assertThat(first.status()).isEqualTo(201);
    assertReused(
        http.post(hire + "/milestones", body.replace("90.00", "70.00"), "Idempotency-Key", "k-1"));
    Answer again = http.post(hire + "/milestones", same, "Idempotency-Key", "k-1");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.json().at("/milestones")).hasSize(3);
  }

  @Test
  void theLastMilestoneThatThereIsRoomForIsAnsweredAgainForItsKey() {
    String one = "{\"description\":\"x\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}";
    String many = String.join(",", Collections.nCopies(49, one));
    String full =
        http.post(
                "/v1/hires",
                "{\"proposalId\":\"%s\",\"milestones\":[%s]}".formatted(Bodies.proposal(), many))
            .text("/links/self");
    Answer first = http.post(full + "/milestones", one, "Idempotency-Key", "last");
    assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
    Answer again = http.post(full + "/milestones", one, "Idempotency-Key", "last");
    assertThat(again.status()).as(again.raw().body()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertReused(
        http.post(full + "/milestones", one.replace("1.00", "2.00"), "Idempotency-Key", "last"));
    assertThat(http.post(full + "/milestones", one, "Idempotency-Key", "more").text("/code"))
        .isEqualTo("invalid_request");
  }

  @Test
  void twoKeysInOneRequestAreRefusedAndAllTagsOfOneAreLookedAt() throws IOException {
    String pause = "POST " + hire + "/pause";
    assertThat(RawConnection.answer(http, pause, "Idempotency-Key: a", "Idempotency-Key: b"))
        .startsWith("HTTP/1.1 400 ");
    String tag = http.get(hire).header("ETag");
    assertThat(RawConnection.answer(http, pause, "If-Match: \"x\"", "If-Match: " + tag))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void aKeyOfOneHireIsFreeForAnotherOne() {
    release("mine");
    String other = http.post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/links/self");
    assertThat(http.post(other + "/end", "", "Idempotency-Key", "mine").status()).isEqualTo(200);
  }

  @Test
  void aCommandMadeFromAnotherStateOfTheHireIsRefused() {
    String old = http.get(hire).header("ETag");
    Answer released = release("k");
    assertThat(released.status()).isEqualTo(200);
    for (String command : List.of("/pause", "/end", "/milestones/m1/release", "/cancel")) {
      Answer refused = http.post(hire + command, "", "If-Match", old);
      assertThat(refused.status()).as(command).isEqualTo(412);
      assertThat(refused.text("/code")).isEqualTo("version_conflict");
    }
    assertThat(http.send("DELETE", hire + "/milestones/m2", "", "If-Match", old).status())
        .isEqualTo(412);
    assertThat(
            http.post(hire + "/milestones/m1/release", "", "If-Match", old, "Idempotency-Key", "k")
                .status())
        .as("the repetition of what was carried out")
        .isEqualTo(200);
    assertThat(http.post(hire + "/pause", "", "If-Match", old, "Idempotency-Key", "new").status())
        .isEqualTo(412);
    assertThat(http.post(hire + "/pause", "", "If-Match", released.header("ETag")).status())
        .isEqualTo(200);
    assertThat(http.post(hire + "/resume", "", "If-Match", "*").status()).isEqualTo(200);
  }

  @Test
  void aForbiddenCommandSaysWhatIsAllowedInstead() {
    Answer refused = http.post(hire + "/milestones/m2/release", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("not_allowed");
    assertThat(refused.text("/detail")).contains("m2");
    assertThat(refused.text("/allowedActions/0/action")).isEqualTo("release");
    assertThat(refused.text("/allowedActions/0/milestone")).isEqualTo("m1");
  }

  @Test
  void aClosedHireTakesNoMoreCommands() {
    http.post(hire + "/end", "");
    Answer refused = http.post(hire + "/milestones/m1/release", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("not_allowed");
    assertThat(refused.json().at("/allowedActions").isArray()).isTrue();
  }

  @Test
  void theCommandThatClosedTheHireIsAnsweredAgainForItsKey() {
    Answer first = http.post(hire + "/end", "", "Idempotency-Key", "last");
    Answer again = http.post(hire + "/end", "", "Idempotency-Key", "last");
    assertThat(first.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/version")).isEqualTo(first.text("/version"));
  }

  @Test
  void aRefusedStartIsAnsweredWithoutAnyWorkflow(Stack stack) {
    Answer made = http.post("/v1/hires", Bodies.shortest(Bodies.proposal()));
    stack.front().bean(HireStarts.class).refused(made.text("/id"), "The namespace is gone.");
    Answer shown = http.get(made.text("/links/self"));
    assertThat(shown.text("/incidents/0/cause")).isEqualTo("start_refused");
    Answer skipped = http.post(shown.text("/allowedActions/0/href"), "{\"action\":\"skip\"}");
    assertThat(skipped.status()).isEqualTo(409);
    assertThat(skipped.text("/detail")).contains("retry or abort");
    Answer aborted = http.post(shown.text("/allowedActions/0/href"), "{\"action\":\"abort\"}");
    assertThat(aborted.status()).isEqualTo(200);
    assertThat(aborted.text("/status")).isEqualTo("cancelled");
  }

  @Test
  void anAnswerThatWasTakenWithoutAnyWorkflowIsAnsweredAgainForItsKey(Stack stack) {
    Answer made = http.post("/v1/hires", Bodies.shortest(Bodies.proposal()));
    stack.front().bean(HireStarts.class).refused(made.text("/id"), "The namespace is gone.");
    String href = http.get(made.text("/links/self")).text("/allowedActions/0/href");
    String abort = "{\"action\":\"abort\"}";
    assertThat(http.post(href, abort, "Idempotency-Key", "k").status()).isEqualTo(200);
    Answer again = http.post(href, abort, "Idempotency-Key", "k");
    assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
    assertThat(again.text("/status")).isEqualTo("cancelled");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /pause",
    "POST, /resume",
    "POST, /cancel",
    "POST, /end",
    "POST, /milestones/m1/fund",
    "POST, /milestones/m1/release",
    "POST, /milestones/m1/dispute",
    "DELETE, /milestones/m2"
  })
  void aCommandThatTakesNoBodyRefusesOne(String method, String command) {
    String[] json = {"Content-Type", "application/json"};
    Answer refused = http.send(method, hire + command, "{\"foo\":1}", json);
    assertThat(refused.status()).as(refused.raw().body()).isEqualTo(400);
    assertThat(refused.errors()).containsExactly("/foo unknown_field");
    assertThat(http.send(method, hire + command, "[1]", json).status()).isEqualTo(400);
    assertThat(http.send(method, hire + command, "a=b").status()).isEqualTo(400);
    String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
    assertThat(http.send(method, hire + command, "a=b", form).status()).isEqualTo(400);
    assertThat(http.get(hire).text("/version")).isEqualTo("0");
  }

  @Test
  void anEmptyObjectIsNoBody() {
    assertThat(http.post(hire + "/pause", "{}", "Idempotency-Key", "k").status()).isEqualTo(200);
    assertThat(http.post(hire + "/pause", " ", "Idempotency-Key", "k").status()).isEqualTo(200);
    assertThat(http.post(hire + "/pause", "", "Idempotency-Key", "k").status()).isEqualTo(200);
  }

  @Test
  void anUnknownHireIsNotFoundAndABadKeyIsMalformed() {
    assertThat(http.post("/v1/hires/hir_none/end", "").text("/code")).isEqualTo("hire_not_found");
    assertThat(release("x".repeat(201)).status()).isEqualTo(400);
  }

  private static void assertReused(Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("idempotency_key_reused");
  }

  private Answer release(String key) {
    return http.post(hire + "/milestones/m1/release", "", "Idempotency-Key", key);
  }
}
