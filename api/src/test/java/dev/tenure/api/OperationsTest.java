package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import dev.tenure.database.Database;
import io.temporal.client.WorkflowClient;
import io.temporal.testserver.TestServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class OperationsTest {

  private static final Map<String, Object> QUICK = Map.of("front.temporal.patience", "2s");

  @Test
  void aReadyFrontSaysSoAndShowsItsMetrics(Http http) {
    Answer ready = http.get("/health/readiness");
    assertThat(ready.text("/details/database/status")).isEqualTo("UP");
    assertThat(ready.text("/details/temporal/status")).isEqualTo("UP");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(http.get("/prometheus").raw().body()).contains("http_server_requests_seconds");
    assertThat(http.get("/").text("/hires")).isEqualTo("/v1/hires");
  }

  @Test
  void withoutItsDatabaseTheFrontStartsAnswers503AndRecovers() {
    try (Database database = Database.start()) {
      database.stop();
      try (Front front = Front.begin(database, Stack.freePort(), Map.of())) {
        assertThat(front.http().get("/health/liveness").status()).isEqualTo(200);
        assertThat(front.http().get("/health/readiness").status()).isEqualTo(503);
        assertAway(front.http());
        database.resume();
        Until.holds("reads again", () -> front.http().get("/v1/hires").status() == 200);
        database.stop();
        assertAway(front.http());
        database.resume();
        Until.holds("reads again", () -> front.http().get("/v1/hires").status() == 200);
      }
    }
  }

  @Test
  void withoutTemporalAHireIsMadeAndStartedWhenTemporalComes() {
    int port = Stack.freePort();
    // A database of its own: another front's sweeper would start the hire elsewhere.
    try (Database database = Database.start();
        Front front = Front.start(database, port, QUICK)) {
      Answer made = front.http().post("/v1/hires", Bodies.shortest(Bodies.proposal()));
      assertThat(made.status()).isEqualTo(201);
      Answer command = front.http().post(made.text("/links/self") + "/end", "");
      assertThat(command.status()).isEqualTo(503);
      assertThat(command.text("/code")).isEqualTo("temporal_unavailable");
      Answer ready = front.http().get("/health/readiness");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.text("/details/temporal/status")).isEqualTo("DEGRADED");
      assertThat(ready.text("/details/temporal/details/words")).contains("recorded and read");
      try (var temporal = TestServer.createPortBoundServer(port, true)) {
        assertThat(temporal).isNotNull();
        WorkflowClient client = front.bean(WorkflowClient.class);
        Until.holds("the workflow runs", () -> Workflows.runs(client, made.text("/id")));
      }
    }
  }

  @Test
  void withoutAWorkerACommandIsUnavailableAndMayBeRepeated(Stack stack) {
    int port = Stack.freePort();
    try (var temporal = TestServer.createPortBoundServer(port, true);
        Front front = Front.start(stack.database(), port, QUICK)) {
      assertThat(temporal).isNotNull();
      Answer made = front.http().post("/v1/hires", Bodies.shortest(Bodies.proposal()));
      String release = made.text("/links/self") + "/milestones/m1/release";
      Answer answer = front.http().post(release, "", "Idempotency-Key", "k1");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text("/code")).isEqualTo("worker_unavailable");
      assertThat(answer.text("/detail")).contains("Idempotency-Key: k1");
      assertThat(answer.header("Retry-After")).isNotBlank();
      assertThat(front.http().get(made.text("/links/self")).status()).isEqualTo(200);
      var stubs = Stack.stubs(port);
      var worker = Stack.worker(stubs);
      assertThat(front.http().post(release, "", "Idempotency-Key", "k1").text("/version"))
          .isEqualTo("1");
      worker.shutdownNow();
      stubs.shutdownNow();
    }
  }

  @Test
  void aCommandThatIsCarriedOutWhileTheJournalGoesAwayTellsItsKeyAndIsNotRepeatedByIt(Stack stack) {
    URI database = URI.create(stack.database().jdbcUrl().substring("jdbc:".length()));
    try (var proxy = new CuttableProxy(database.getPort());
        Front front =
            Front.start(
                stack.database(),
                stack.temporalPort(),
                Map.of(
                    "tenure.jdbc.url",
                    stack
                        .database()
                        .jdbcUrl()
                        .replace(":" + database.getPort(), ":" + proxy.port())))) {
      Answer made = front.http().post("/v1/hires", Bodies.shortest(Bodies.proposal()));
      SmallHire.WHILE_PAUSING.set(proxy::cut);
      String pause = made.text("/links/self") + "/pause";
      Answer untold = front.http().post(pause, "");
      SmallHire.WHILE_PAUSING.set(() -> {});
      proxy.mend();
      assertThat(untold.status()).isEqualTo(503);
      assertThat(untold.text("/code")).isEqualTo("journal_unavailable");
      assertThat(untold.text("/detail")).startsWith("The command was carried out");
      String key = untold.text("/detail").replaceAll("(?s).*Idempotency-Key: (.+)\\.$", "$1");
      Until.holds("reads again", () -> front.http().get("/v1/hires?limit=1").status() == 200);
      Answer repeated = front.http().post(pause, "", "Idempotency-Key", key);
      assertThat(repeated.status()).as(repeated.raw().body()).isEqualTo(200);
      assertThat(repeated.text("/version")).isEqualTo("1");
    } finally {
      SmallHire.WHILE_PAUSING.set(() -> {});
    }
  }

  private static void assertAway(Http http) {
    Answer answer = http.post("/v1/hires", Bodies.shortest(Bodies.proposal()));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text("/code")).isEqualTo("journal_unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("2");
  }
}
