package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import dev.tenure.database.Database;
import dev.tenure.workflows.connection.GuardedTemporal;
import dev.tenure.workflows.connection.GuardedTemporal.Guard;
import dev.tenure.workflows.connection.TestAuthority;
import io.temporal.client.WorkflowClient;
import io.temporal.testserver.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front before a Temporal that speaks TLS and asks for a key, as Temporal Cloud does. */
class GuardedTemporalTest {

  private static final String NAMESPACE = "hiring.a1b2c";
  private static final String KEY = "tmprl_secret_of_a_test";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void aHireWaitsWhileTheKeyIsRefusedAndStartsOnceItHolds() {
    int behind = Stack.freePort();
    TestAuthority authority = TestAuthority.in(folder, "test authority");
    Guard guard =
        Guard.none().with(authority.sign("server")).cloudKey("tmprl_another_secret", NAMESPACE);
    try (Database database = Database.start();
        var temporal = TestServer.createPortBoundServer(behind, true);
        var guarded = GuardedTemporal.before("127.0.0.1:" + behind, guard);
        Front front = Front.begin(database, settings(guarded, authority), Map.of())) {
      assertThat(temporal).isNotNull();
      Until.holds("the journal is ready", () -> front.http().get("/v1/hires").status() == 200);
      Answer made = front.http().post("/v1/hires", Bodies.shortest(Bodies.proposal()));
      assertThat(made.status()).isEqualTo(201);
      assertThat(made.text("/links/temporalUi")).contains("/namespaces/" + NAMESPACE + "/");
      Answer ready = front.http().get("/health/readiness");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.text("/details/temporal/details/words"))
          .contains("does not accept the credentials", "TEMPORAL_API_KEY")
          .doesNotContain(KEY);
      Answer command = front.http().post(made.text("/links/self") + "/cancel", "");
      assertThat(command.status()).isEqualTo(503);
      guarded.demand(KEY);
      WorkflowClient client = front.bean(WorkflowClient.class);
      Until.holds("the workflow runs", () -> Workflows.runs(client, made.text("/id")));
      assertThat(front.http().get("/health/readiness").text("/details/temporal/status"))
          .isEqualTo("UP");
      assertThat(guarded.refused()).noneMatch(call -> call.contains("no temporal-namespace"));
    }
  }

  private static Map<String, String> settings(GuardedTemporal guarded, TestAuthority authority) {
    return Map.of(
        "TEMPORAL_ADDRESS",
        guarded.address(),
        "TEMPORAL_NAMESPACE",
        NAMESPACE,
        "TEMPORAL_API_KEY",
        KEY,
        "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
        authority.certificate().toString());
  }
}
