package dev.tenure.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.worker.status.WorkerStatus;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.accounts.AccountSweepWorkflow;
import io.micronaut.context.ApplicationContext;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final StubMarketplace marketplace;
  private final int temporalPort = FreePorts.one();
  private final int port = FreePorts.one();
  private final ApplicationContext worker;

  WorkerTest() throws IOException {
    marketplace = new StubMarketplace();
    Map<String, String> environment =
        Map.of(
            "TENURE_WORKER_PORT",
            "" + port,
            "TEMPORAL_ADDRESS",
            "127.0.0.1:" + temporalPort,
            "OT_API_BASE_URL",
            marketplace.origin(),
            "OT_API_TOKEN",
            "ot_pat_test_secret",
            "TENURE_ACCOUNTS",
            "acme",
            "OT_API_TOKEN_ACME",
            StubMarketplace.REVOKED);
    worker =
        Worker.start(environment, Map.of("tenure.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none"));
  }

  @AfterEach
  void close() {
    worker.close();
    marketplace.close();
  }

  @Test
  void itStartsWithoutTemporalAndBecomesReadyWhenTemporalComes() throws Exception {
    assertThat(get("/health/liveness").statusCode()).isEqualTo(200);
    Eventually.holds(
        () ->
            assertThat(get("/health/readiness").body())
                .contains("cannot be reached (UNAVAILABLE)"));
    assertThat(get("/health/readiness").statusCode()).isEqualTo(503);
    try (var temporal = TestServer.createPortBoundServer(temporalPort)) {
      assertThat(temporal).isNotNull();
      awaitReady();
      Eventually.holds(
          () ->
              assertThat(get("/health/readiness").body())
                  .contains("lacks payments:write")
                  .contains("\"journal\""));
      Eventually.holds(() -> assertThat(runs(WorkflowIds.updatesFeed("default"))).isTrue());
      Eventually.holds(() -> assertThat(get("/prometheus").body()).contains("temporal_"));
      worker.close();
    }
  }

  @Test
  void anAccountWhoseTokenIsRefusedStopsNoOther() throws Exception {
    try (var temporal = TestServer.createPortBoundServer(temporalPort)) {
      assertThat(temporal).isNotNull();
      awaitReady();
      Eventually.holds(
          () ->
              assertThat(get("/health/readiness").body())
                  .contains("Account acme (OT_API_TOKEN_ACME): the token is not accepted")
                  .contains("Account default (OT_API_TOKEN): the token lacks payments:write")
                  .doesNotContain("secret"));
      Eventually.holds(
          () -> {
            assertThat(runs(WorkflowIds.updatesFeed("default"))).isTrue();
            assertThat(runs(WorkflowIds.updatesFeed("acme"))).isTrue();
            assertThat(runs(WorkflowIds.ledger("default"))).isTrue();
            assertThat(runs(WorkflowIds.ledger("acme"))).isTrue();
            assertThat(runs(AccountSweepWorkflow.id("default"))).isTrue();
            assertThat(runs(AccountSweepWorkflow.id("acme"))).isTrue();
          });
      worker.close();
    }
  }

  @Test
  void aRunningActivityFinishesBeforeTheProcessEnds() throws Exception {
    try (var temporal = TestServer.createPortBoundServer(temporalPort)) {
      assertThat(temporal).isNotNull();
      awaitReady();
      WorkerFactory own = hosting();
      CompletableFuture<AskAnswer> answer = fund(own);
      assertThat(marketplace.asked.await(2, TimeUnit.MINUTES)).isTrue();
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(worker::close);
      Eventually.holds(
          () ->
              assertThat(worker.getBean(WorkerStatus.class).details().toString())
                  .contains("stopping"));
      marketplace.letGo.countDown();
      assertThat(answer.get(2, TimeUnit.MINUTES)).isInstanceOf(AskAnswer.Pending.class);
      own.shutdownNow();
      own.awaitTermination(5, TimeUnit.SECONDS);
      stopped.get(2, TimeUnit.MINUTES);
    }
  }

  private WorkerFactory hosting() {
    WorkerFactory own =
        WorkerFactory.newInstance(
            WorkflowClient.newInstance(
                WorkflowServiceStubs.newServiceStubs(
                    WorkflowServiceStubsOptions.newBuilder()
                        .setTarget("127.0.0.1:" + temporalPort)
                        .build()),
                WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build()));
    own.newWorker("test").registerWorkflowImplementationTypes(FundingWorkflow.Impl.class);
    own.start();
    return own;
  }

  private static CompletableFuture<AskAnswer> fund(WorkerFactory host) {
    FundingWorkflow workflow =
        host.getWorkflowClient()
            .newWorkflowStub(
                FundingWorkflow.class,
                WorkflowOptions.newBuilder().setTaskQueue("test").setWorkflowId("funding").build());
    return WorkflowClient.execute(workflow::fund);
  }

  private boolean runs(String workflowId) {
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

  private void awaitReady() throws Exception {
    Eventually.holds(() -> assertThat(get("/health/readiness").statusCode()).isEqualTo(200));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
