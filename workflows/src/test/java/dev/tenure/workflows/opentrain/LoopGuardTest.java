package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.hire.LoopGuard;
import dev.tenure.workflows.hire.MarketplaceCalls;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A decision that never comes to rest is held by the shell, and told. */
class LoopGuardTest {
  private final TestWorkflowEnvironment env =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .build());
  private final FakeMarketplace market = new FakeMarketplace(env, "hir_1");

  @AfterEach
  void close() {
    env.close();
  }

  /** A hire that wants to read its contract again as soon as it has. */
  @WorkflowInterface
  public interface Circle {
    @WorkflowMethod
    void run();

    @SignalMethod
    void news();

    @QueryMethod
    String met();
  }

  public static final class CircleImpl implements Circle {
    private final OpenTrainHire hire =
        OpenTrainHire.requested("hir_1", 1, Plans.single(), Instant.EPOCH);
    private final MarketplaceCalls<OpenTrainCall, OpenTrainObservation> calls =
        new MarketplaceCalls<>(
            new OpenTrainLifecycle(hire), new OpenTrainCalls(hire), () -> this.turns++);
    private long turns;

    @Override
    public void run() {
      while (true) {
        long seen = turns;
        OpenTrainCall read = new OpenTrainCall.ReadContract(false);
        boolean held = hire.obstruction(read.subject()) != null;
        calls.reconcile(Map.of(read.subject(), held ? read.slowly() : read));
        Workflow.await(() -> turns > seen);
      }
    }

    @Override
    public void news() {
      calls.newsCame();
      turns++;
    }

    @Override
    public String met() {
      Obstruction met = hire.obstruction("contract");
      return met == null
          ? "nothing"
          : met.obstacle().cause().wire() + ": " + met.obstacle().words();
    }
  }

  @Test
  void theSameCallIsHeldAfterThirtyTimesWithinAMinute() {
    Circle circle = start();
    until(LoopGuard.MOST);

    env.sleep(Duration.ofMinutes(5));

    assertThat(market.count("find-contract")).isEqualTo(LoopGuard.MOST);
    assertThat(circle.met()).startsWith("unexpected: Tenure made the same call 30 times");
  }

  @Test
  void newsSetItFreeAtOnceAndTimeAfterAWhile() {
    Circle circle = start();
    until(LoopGuard.MOST);
    env.sleep(Duration.ofMinutes(1));

    circle.news();
    until(2 * LoopGuard.MOST);
    env.sleep(Duration.ofMinutes(1));
    assertThat(market.count("find-contract")).isEqualTo(2L * LoopGuard.MOST);

    env.sleep(LoopGuard.PAUSE);
    assertThat(market.count("find-contract")).isEqualTo(3L * LoopGuard.MOST);
  }

  private void until(long calls) {
    for (int i = 0; i < 100 && market.count("find-contract") < calls; i++) {
      env.sleep(Duration.ofMillis(100));
    }
  }

  private Circle start() {
    env.newWorker(TaskQueues.HIRES, Stage.patient())
        .registerWorkflowImplementationTypes(CircleImpl.class);
    env.newWorker(TaskQueues.marketplace("default")).registerActivitiesImplementations(market);
    env.start();
    Circle circle =
        env.getWorkflowClient()
            .newWorkflowStub(
                Circle.class, WorkflowOptions.newBuilder().setTaskQueue(TaskQueues.HIRES).build());
    WorkflowClient.start(circle::run);
    return Objects.requireNonNull(circle);
  }
}
