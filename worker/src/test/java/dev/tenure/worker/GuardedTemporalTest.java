package dev.tenure.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.worker.settings.SettingsException;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.connection.GuardedTemporal;
import dev.tenure.workflows.connection.GuardedTemporal.Guard;
import dev.tenure.workflows.connection.TestAuthority;
import io.micronaut.context.ApplicationContext;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker before a Temporal that speaks TLS and asks for a key, as Temporal Cloud does. */
class GuardedTemporalTest {

  private static final String NAMESPACE = "hiring.a1b2c";
  private static final String KEY = "tmprl_secret_of_a_test";

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  GuardedTemporalTest() throws IOException {
    port = FreePorts.one();
  }

  @Test
  void aRefusedKeyIsToldAndTheWorkBeginsWithAKeyThatHoldsAndItsLossIsTold() throws Exception {
    int behind = FreePorts.one();
    TestAuthority authority = TestAuthority.in(folder, "test authority");
    Guard guard =
        Guard.none().with(authority.sign("server")).cloudKey("tmprl_another_secret", NAMESPACE);
    try (var marketplace = new StubMarketplace();
        var temporal = TestServer.createPortBoundServer(behind);
        var guarded = GuardedTemporal.before("127.0.0.1:" + behind, guard)) {
      assertThat(temporal).isNotNull();
      Map<String, String> settings = settings(marketplace);
      settings.put("TEMPORAL_ADDRESS", guarded.address());
      settings.put("TEMPORAL_NAMESPACE", NAMESPACE);
      settings.put("TEMPORAL_API_KEY", KEY);
      settings.put("TEMPORAL_TLS_SERVER_CA_CERT_PATH", authority.certificate().toString());
      try (ApplicationContext worker = start(settings)) {
        awaitWords("does not accept the credentials", "TEMPORAL_API_KEY");
        assertThat(get("/health/readiness").statusCode()).isEqualTo(503);
        guarded.demand(KEY);
        Eventually.holds(() -> assertThat(get("/health/readiness").statusCode()).isEqualTo(200));
        Eventually.holds(
            () -> assertThat(runs(worker, WorkflowIds.updatesFeed("default"))).isTrue());
        guarded.demand("tmprl_the_next_secret");
        awaitWords("does not accept the credentials");
        assertThat(get("/prometheus").body()).doesNotContain(KEY);
        assertThat(guarded.refused()).noneMatch(call -> call.contains("no temporal-namespace"));
      }
    }
  }

  @Test
  void aConnectionThatCannotBeSetUpEndsTheStartByName() throws IOException {
    try (var marketplace = new StubMarketplace()) {
      Map<String, String> settings = settings(marketplace);
      settings.put("TEMPORAL_TLS_CLIENT_CERT_PATH", folder.resolve("none.pem").toString());
      assertThatThrownBy(() -> start(settings))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("TEMPORAL_TLS_CLIENT_CERT_PATH");
    }
  }

  private Map<String, String> settings(StubMarketplace marketplace) {
    Map<String, String> settings = new HashMap<>();
    settings.put("TENURE_WORKER_PORT", "" + port);
    settings.put("OT_API_BASE_URL", marketplace.origin());
    settings.put("OT_API_TOKEN", "ot_pat_test_secret");
    return settings;
  }

  private static ApplicationContext start(Map<String, String> settings) {
    return Worker.start(settings, Map.of("tenure.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none"));
  }

  private static boolean runs(ApplicationContext worker, String workflowId) {
    try {
      return worker
          .getBean(WorkflowClient.class)
          .newUntypedWorkflowStub(workflowId)
          .describe()
          .getStatus()
          .name()
          .endsWith("RUNNING");
    } catch (WorkflowNotFoundException e) {
      return false;
    }
  }

  private void awaitWords(String... words) throws Exception {
    Eventually.holds(
        () -> assertThat(get("/health/readiness").body()).contains(words).doesNotContain(KEY));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
