package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.run.OpenRun;
import dev.tenure.journal.run.OpenRuns;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.message.RecordBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class HireCreationTest {

  @Test
  void theRunOfTheWorkflowIsNotedAfterTheAnswerWithoutTheSweeper(Stack stack) {
    String id = stack.http().post("/v1/hires", Bodies.shortest(Bodies.proposal())).text("/id");
    var run = new OpenRun(id, Workflows.runId(stack, id));
    OpenRuns runs = stack.front().bean(OpenRuns.class);
    Until.holds(
        "the hire is noted as started", () -> runs.next(Duration.ZERO, 10_000).contains(run));
  }

  @Test
  void aNewHireIsCreatedAndFoundAtItsLocationAndItsWorkflowRuns(Stack stack) {
    Answer made = stack.http().post("/v1/hires", Bodies.whole(Bodies.proposal()));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo(made.text("/links/self"));
    assertThat(stack.http().get(made.header("Location")).json()).isEqualTo(made.json());
    assertThat(made.text("/money/worstCase/amount")).isEqualTo("779.95");
    assertThat(made.text("/links/temporalUi"))
        .isEqualTo("http://127.0.0.1:8802/namespaces/default/workflows/hire-" + made.text("/id"));
    assertThat(Workflows.summary(stack, made.text("/id"))).contains("2 milestones, $700.00");
  }

  @Test
  void theWorkflowIsToldWhoRequestedTheHire(Stack stack) {
    String id = stack.http().post("/v1/hires", Bodies.shortest(Bodies.proposal())).text("/id");
    assertThat(Workflows.input(stack, id).requestedBy()).isEqualTo("local");
  }

  @Test
  void theSameMeaningInOtherWordsFindsTheLivingHire(Http http) {
    String proposal = Bodies.proposal();
    Answer first = http.post("/v1/hires", Bodies.shortest(proposal));
    String spelledOut =
        """
        {"milestones":[{"fund":null,"key":"m1","amount":{"currency":"USD","amount":"450"},
          "name":"Batch 1"}],"policies":{"end":"when_all_paid"},"account":"default",
         "labels":{},"proposalId":"%s","budget":{}}
        """
            .formatted(proposal);
    Answer again = http.post("/v1/hires", spelledOut);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/id")).isEqualTo(first.text("/id"));
  }

  @Test
  void otherTermsForTheSameProposalAreRefusedWithTheirDifferences(Http http) {
    String proposal = Bodies.proposal();
    Answer first = http.post("/v1/hires", Bodies.whole(proposal));
    String other =
        Bodies.whole(proposal).replace("250.00", "251.00").replace("\"m2\"", "\"night\"");
    Answer refused = http.post("/v1/hires", other);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("hire_exists");
    assertThat(refused.text("/hire")).isEqualTo(first.text("/links/self"));
    assertThat(refused.json().at("/differences").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/milestones/1/key", "/milestones/1/amount/amount");
    assertThat(refused.text("/differences/0/existing")).isEqualTo("m2");
    assertThat(refused.text("/differences/0/requested")).isEqualTo("night");
  }

  @Test
  void aKeyUsedForAnotherHireIsRefusedAndNothingIsDone(Http http) {
    String key = "hire-" + Bodies.proposal();
    String proposal = Bodies.proposal();
    String other = Bodies.proposal();
    String body = Bodies.shortest(proposal);
    Answer made = http.post("/v1/hires", body, "Idempotency-Key", key);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Idempotency-Key")).isEqualTo(key);
    Answer refused = http.post("/v1/hires", Bodies.shortest(other), "Idempotency-Key", key);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("idempotency_key_reused");
    assertThat(http.get("/v1/hires?proposalId=" + other).json().at("/items")).isEmpty();
    Answer again = http.post("/v1/hires", " " + body, "Idempotency-Key", key);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/id")).isEqualTo(made.text("/id"));
  }

  @Test
  void aWrongRequestWithAKeyIsToldWhatIsWrongWhateverItHolds(Http http) {
    String body = Bodies.shortest(Bodies.proposal());
    for (String account : List.of("\"a\\u0000b\"", "\"\\ud800\"", "[\"\\u0000\"]", "7")) {
      String wrong =
          body.replaceFirst("\\{", "{\"account\":" + account.replace("\\", "\\\\") + ",");
      Answer refused = http.post("/v1/hires", wrong, "Idempotency-Key", "nul");
      assertThat(refused.status()).as(refused.raw().body()).isBetween(400, 422);
      assertThat(refused.text("/errors/0/pointer")).isEqualTo("/account");
    }
  }

  @Test
  void aKeyIsNotUsedUpByARequestThatIsWrong(Http http) {
    String key = "hire-" + Bodies.proposal();
    String body = Bodies.shortest(Bodies.proposal());
    Answer wrong = http.post("/v1/hires", body.replaceFirst("450", "-450"), "Idempotency-Key", key);
    assertThat(wrong.text("/code")).isEqualTo("invalid_request");
    assertThat(http.post("/v1/hires", body, "Idempotency-Key", key).status()).isEqualTo(201);
  }

  @Test
  void ofFiftyEqualRequestsAtOnceOneMakesTheHire(Http http) throws Exception {
    String body = Bodies.whole(Bodies.proposal());
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(() -> persistently(http, body));
    }
    List<Answer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).allMatch(a -> a.status() == 200 || a.status() == 201);
    assertThat(answers).filteredOn(a -> a.status() == 201).hasSizeLessThanOrEqualTo(1);
    assertThat(answers.stream().map(a -> a.text("/id")).distinct()).hasSize(1);
  }

  /** A loaded machine may leave a request without a connection to the database: it asks again. */
  private static Answer persistently(Http http, String body) {
    Answer answer = http.post("/v1/hires", body);
    for (int tries = 1; tries < 100 && answer.status() == 503; tries++) {
      answer = http.post("/v1/hires", body);
    }
    return answer;
  }

  @Test
  void aHireClosedWithoutContractIsReplacedByNameOnly(Stack stack) {
    String proposal = Bodies.proposal();
    Answer first = stack.http().post("/v1/hires", Bodies.shortest(proposal));
    String id = first.text("/id");
    String replacing =
        Bodies.shortest(proposal)
            .replace("450.00", "460.00")
            .replaceFirst("\\{", "{\"replaces\":\"" + id + "\",");
    Answer tooEarly = stack.http().post("/v1/hires", replacing);
    assertThat(tooEarly.status()).isEqualTo(409);
    assertThat(tooEarly.text("/code")).isEqualTo("not_replaceable");
    record(stack, id, HireStatus.DECLINED, List.of());
    assertThat(stack.http().post("/v1/hires", Bodies.shortest(proposal)).status()).isEqualTo(200);
    Answer replaced = stack.http().post("/v1/hires", replacing);
    assertThat(replaced.status()).isEqualTo(201);
    assertThat(replaced.json().at("/generation").asInt()).isEqualTo(2);
    assertThat(replaced.text("/replaces")).isEqualTo(id);
    assertThat(stack.http().post("/v1/hires", replacing).status()).isEqualTo(200);
  }

  @Test
  void aPreferenceToWaitHoldsTheAnswerUntilTheLinkIsThere(Stack stack) throws Exception {
    String proposal = Bodies.proposal();
    String body = Bodies.shortest(proposal);
    String id = stack.http().post("/v1/hires", body).text("/id");
    var waiting =
        CompletableFuture.supplyAsync(
            () -> stack.http().post("/v1/hires", body, "Prefer", "respond-async, wait=25"));
    String url = "https://example.test/approve";
    record(
        stack,
        id,
        HireStatus.AWAITING_APPROVAL,
        List.of(new Wait(WaitKind.APPROVAL, "apr_1", "m1", null, url, null)));
    Answer answer = waiting.get();
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=25");
    assertThat(answer.text("/waitingFor/0/url")).isEqualTo(url);
    assertThat(answer.text("/waitingFor/0/kind")).isEqualTo("approval");
  }

  @Test
  void aPreferenceToWaitEndsWithItsTime(Http http) {
    Answer answer = http.post("/v1/hires", Bodies.shortest(Bodies.proposal()), "Prefer", "wait=1");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
    assertThat(answer.json().at("/waitingFor")).isEmpty();
  }

  private static void record(Stack stack, String id, HireStatus status, List<Wait> waiting) {
    HireDocument old = stack.front().bean(Hires.class).find(id).orElseThrow().document();
    var hire =
        new HireDocument(
            old.id(),
            old.account(),
            old.proposalId(),
            old.generation(),
            status,
            null,
            null,
            waiting,
            old.money(),
            List.of(),
            old.version() + 1,
            old.createdAt(),
            old.createdAt(),
            status.closed() ? old.createdAt() : null);
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            new RecordBatch(id, "run-1", null, hire, List.of(), List.of(), List.of(), List.of()));
  }
}
