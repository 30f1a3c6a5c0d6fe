package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import dev.tenure.workflows.connection.GuardedTemporal;
import dev.tenure.workflows.connection.GuardedTemporal.Guard;
import dev.tenure.workflows.connection.TemporalConnection;
import dev.tenure.workflows.connection.TestAuthority;
import dev.tenure.workflows.hire.SearchAttributes;
import io.grpc.StatusRuntimeException;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stack whose Temporal is elsewhere: a real server behind TLS that asks for an API key, serves
 * one namespace, and keeps its operator service to itself.
 */
@ExtendWith(SharedStack.class)
class TemporalCloudTest {
  private static final String NAMESPACE = "hiring.a1b2c";
  private static final String KEY = "tmprl_secret_of_a_test";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void aHireRunsToItsEndOnceAnOperatorHasMadeTheSearchAttributes(Stack shared) throws Exception {
    TestAuthority authority = TestAuthority.in(folder, "test authority");
    Guard guard = Guard.none().with(authority.sign("server")).cloudKey(KEY, NAMESPACE);
    WorkflowServiceStubs operator =
        WorkflowServiceStubs.newServiceStubs(operator(shared).serviceOptions().build());
    try (GuardedTemporal guarded = GuardedTemporal.before(shared.temporalAddress(), guard)) {
      registerNamespace(operator);
      CompletableFuture<Stack> starting =
          CompletableFuture.supplyAsync(() -> Stack.start(settings(guarded, authority)));
      // It asks for leave to make them only where a query by them was refused as unknown.
      Await.until(
          "the worker finds that the search attributes are missing",
          PATIENCE,
          () -> guarded.refused().stream().filter(call -> call.startsWith("Add")).findFirst());
      assertThat(starting).isNotDone();
      createSearchAttributes(shared, operator);
      try (Stack stack = starting.get(PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
        Marketplace market = new Marketplace(stack);
        market.peopleAct(200);
        Hire hire = Hire.begin(stack, market.freshProposal());
        hire.awaitStatus("ended");
        assertThat(market.violations()).isEmpty();
        assertThat(hire.read().get("links").get("temporalUi").isNull()).isTrue();
        assertThat(guarded.refused()).noneMatch(call -> call.contains("no temporal-namespace"));
        assertThat(stack.logs()).isNotEmpty().noneMatch(log -> log.contains(KEY));
      }
    } finally {
      operator.shutdownNow();
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

  private static TemporalConnection operator(Stack shared) {
    return TemporalConnection.of(
        Map.of("TEMPORAL_ADDRESS", shared.temporalAddress(), "TEMPORAL_NAMESPACE", NAMESPACE));
  }

  private static void registerNamespace(WorkflowServiceStubs operator) {
    operator
        .blockingStub()
        .registerNamespace(
            RegisterNamespaceRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setWorkflowExecutionRetentionPeriod(Durations.fromDays(1))
                .build());
  }

  /** A namespace that was just made is known to every part of the server some seconds later. */
  private static void createSearchAttributes(Stack shared, WorkflowServiceStubs operator) {
    OperatorServiceStubs stubs =
        OperatorServiceStubs.newServiceStubs(operator(shared).operatorOptions(operator));
    AddSearchAttributesRequest request =
        AddSearchAttributesRequest.newBuilder()
            .setNamespace(NAMESPACE)
            .putAllSearchAttributes(SearchAttributes.ALL)
            .build();
    Await.until(
        "the search attributes are made",
        PATIENCE,
        () -> {
          try {
            return Optional.of(stubs.blockingStub().addSearchAttributes(request));
          } catch (StatusRuntimeException notYet) {
            return Optional.empty();
          }
        });
  }
}
