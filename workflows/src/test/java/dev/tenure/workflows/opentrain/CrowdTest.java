package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.message.HireEvent;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.hire.SearchAttributes;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three hundred hires while the journal is away for two minutes, or until the last has ended. */
class CrowdTest {
  private static final int HIRES = 300;
  private static final Duration AWAY = Duration.ofMinutes(2);

  private final TestWorkflowEnvironment env =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .setWorkerFactoryOptions(
                  WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
              .build());

  @AfterEach
  void close() {
    env.close();
  }

  @Test
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void everyMoneyStepGoesOnAndTheRecordIsCompleteAfterwards() {
    Crowd crowd = new Crowd(env);
    List<String> hires = IntStream.range(0, HIRES).mapToObj(i -> "hir_" + i).toList();
    hires.forEach(crowd::add);
    work(crowd);
    crowd.away(true);
    long since = env.currentTimeMillis();
    hires.forEach(this::start);
    while (env.currentTimeMillis() < since + AWAY.toMillis()
        || !crowd.markets.values().stream().allMatch(market -> market.world.ended())) {
      env.sleep(Duration.ofSeconds(5));
    }
    assertThat(crowd.journals.values()).allMatch(journal -> journal.events().isEmpty());
    crowd.away(false);

    hires.forEach(
        hire ->
            env.getWorkflowClient()
                .newUntypedWorkflowStub(WorkflowIds.hire(hire))
                .getResult(Void.class));
    assertThat(crowd.journals.values())
        .allMatch(journal -> journal.hire().status() == HireStatus.ENDED)
        .allMatch(CrowdTest::complete);
    assertThat(crowd.markets.values())
        .allMatch(market -> market.world.approvalCount() == 2)
        .allMatch(market -> market.count("request-") == 3);
  }

  private void work(Crowd crowd) {
    SearchAttributes.ALL.forEach(env::registerSearchAttribute);
    Worker hires = env.newWorker(TaskQueues.HIRES);
    hires.registerWorkflowImplementationTypes(HireWorkflowImpl.class);
    hires.registerActivitiesImplementations(crowd.new Journals());
    env.newWorker(TaskQueues.marketplace("default"))
        .registerActivitiesImplementations(crowd.new Markets());
    env.start();
  }

  private void start(String hireId) {
    HireWorkflow hire =
        env.getWorkflowClient()
            .newWorkflowStub(
                HireWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(WorkflowIds.hire(hireId))
                    .setTaskQueue(TaskQueues.HIRES)
                    .build());
    Instant now = Instant.ofEpochMilli(env.currentTimeMillis());
    WorkflowClient.start(hire::run, HireInput.start(hireId, 1, Plans.single(), now));
  }

  private static boolean complete(FakeJournal journal) {
    List<Long> numbers = journal.events().stream().map(HireEvent::number).toList();
    return numbers.equals(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
  }
}
