package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Eventually;
import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.workflows.connection.DevServer;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Held calls through real activities: none but the canary reaches the marketplace. */
@EnabledIfEnvironmentVariable(
    named = DevServer.CLI,
    matches = ".+",
    disabledReason =
        "the service in this process tells no activity its retry options; it takes a real one")
class CallGuardTest {
  private static final String FUND = "/milestones/mst_1/fund";
  private static final String PENDING =
      "{\"approval\":{\"id\":\"apr_1\",\"type\":\"milestone_fund\",\"status\":\"pending\","
          + "\"expiresAt\":\"2026-11-24T10:00:00.000Z\"},\"message\":\"m\"}";

  private final DevServer server = DevServer.start();
  private final Marketplace marketplace;
  private final TemporalWorld world;

  CallGuardTest() throws Exception {
    marketplace = new Marketplace();
    world =
        new TemporalWorld(server.address())
            .with(
                HeldWorkflow.Impl.class,
                new OpenTrainActivities(
                    Clients.of(marketplace),
                    since -> List.of(),
                    new Allowance(100),
                    new ShutdownSignal(),
                    InstantSource.fixed(Clients.NOW)));
  }

  @AfterEach
  void close() {
    world.close();
    marketplace.close();
    server.close();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void theFirstToGetThroughNotifiesTheOthersThatOnlyWaited() throws Exception {
    marketplace.on(
        "POST", FUND, Reply.error(409, "CONFLICT", "{\"reason\":\"payment_method_required\"}"));
    List<CompletableFuture<String>> held = new ArrayList<>();
    for (int hire = 1; hire <= 3; hire++) {
      HeldWorkflow workflow = world.workflow(HeldWorkflow.class);
      held.add(WorkflowClient.execute(workflow::fund));
      Eventually.holds(() -> assertThat(wasRefused(workflow)).isTrue());
      assertThat(marketplace.asked("POST")).hasSize(hire);
    }

    marketplace.on("POST", FUND, Reply.json(202, PENDING));
    assertThat(world.workflow(HeldWorkflow.class).fund()).isEqualTo("by itself");

    for (CompletableFuture<String> hire : held) {
      assertThat(hire.get()).isEqualTo("notified");
    }
    // A slow attempt that was due at that moment may go out beside the one of who was notified.
    assertThat(marketplace.asked("POST")).hasSizeBetween(3 + 1 + 3, 3 + 1 + 3 + 3);
  }

  /** The gate knew of it before the service did. */
  private boolean wasRefused(HeldWorkflow workflow) {
    String id =
        Objects.requireNonNull(WorkflowStub.fromTyped(workflow).getExecution()).getWorkflowId();
    return world.client().fetchHistory(id).getEvents().stream()
        .anyMatch(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED);
  }
}
