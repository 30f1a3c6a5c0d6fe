package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Eventually;
import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.connection.DevServer;
import dev.tenure.workflows.opentrain.CreateMilestone;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import io.temporal.api.workflowservice.v1.ResetActivityRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A slow creation whose worker dies must tell so at once, since it may be stopped before a look.
 */
@EnabledIfEnvironmentVariable(
    named = DevServer.CLI,
    matches = ".+",
    disabledReason = "the service in this process retries attempts that died whatever it is told")
class DeadAttemptTest {

  private final DevServer server = DevServer.start();
  private final Marketplace marketplace;
  private final TemporalWorld world = new TemporalWorld(server.address());

  DeadAttemptTest() throws Exception {
    marketplace = new Marketplace();
    marketplace.on(
        "GET",
        "/contracts/c",
        Reply.json(200, "{\"contract\":{\"id\":\"c\",\"status\":\"active\",\"milestones\":[]}}"));
  }

  @AfterEach
  void close() {
    world.close();
    marketplace.close();
    server.close();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aSlowCreationThatDiedWhileSendingIsNotRetried() {
    AtomicInteger sent = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(1);
    Transport real = Clients.transport(marketplace);
    Transport hanging =
        call -> {
          if (isCreation(call)) {
            sent.incrementAndGet();
            over.await();
          }
          return real.send(call);
        };
    world.with(DyingWorkflow.Impl.class, Accounts.activities(Clients.of(marketplace, hanging)));

    String end = world.workflow(DyingWorkflow.class).create(ask());
    over.countDown();

    assertThat(end).isEqualTo("died");
    assertThat(sent).hasValue(1);
  }

  /** L10: reset in Temporal's UI with its heartbeats while its answer is held. */
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aCreationThatWasResetWhileSendingIsOnlyLookedFor() throws Exception {
    AtomicInteger sent = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(1);
    Transport real = Clients.transport(marketplace);
    Transport hangingOnce =
        call -> {
          if (isCreation(call) && sent.incrementAndGet() == 1) {
            over.await();
          }
          return real.send(call);
        };
    world.with(
        CreationWorkflow.Impl.class, Accounts.activities(Clients.of(marketplace, hangingOnce)));

    // Unlike a hire's, this one is retried after an attempt that died.
    CreationWorkflow workflow = world.workflow(CreationWorkflow.class);
    CompletableFuture<CreateAnswer> end =
        WorkflowClient.execute(workflow::create, ask(), Duration.ofSeconds(3));
    Eventually.holds(() -> assertThat(sent).hasValue(1));
    world
        .client()
        .getWorkflowServiceStubs()
        .blockingStub()
        .resetActivity(
            ResetActivityRequest.newBuilder()
                .setNamespace("default")
                .setExecution(WorkflowStub.fromTyped(workflow).getExecution())
                .setType(MarketplaceActivities.CREATE_MILESTONE)
                .setResetHeartbeat(true)
                .build());

    assertThat(end)
        .failsWithin(Duration.ofMinutes(5))
        .withThrowableThat()
        .havingRootCause()
        .withMessageContaining("an earlier attempt was cut off");
    over.countDown();
    assertThat(sent).hasValue(1);
  }

  private static boolean isCreation(Call call) {
    return call.method().equals("POST");
  }

  private static CreateMilestone ask() {
    MilestonePlan plan =
        new MilestonePlan("m2", "Batch 2", null, Money.usd("250.00"), null, FundRule.atStart());
    return new CreateMilestone("c", plan, "tenure:hir_x/m2");
  }
}
