package dev.tenure.api.temporal;

import dev.tenure.journal.run.HireStarts;
import dev.tenure.journal.run.PendingStart;
import dev.tenure.journal.run.StartOutcome;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.connection.ConnectionFault;
import dev.tenure.workflows.connection.TemporalConnection;
import dev.tenure.workflows.opencontract.OpenContractHireInput;
import dev.tenure.workflows.opencontract.OpenContractHireWorkflow;
import dev.tenure.workflows.opentrain.HireInput;
import dev.tenure.workflows.opentrain.HireWorkflow;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micronaut.scheduling.annotation.Scheduled;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the workflows of hires, once however often it is asked, and has the journal know of it: at
 * once where a start is refused, else many at once and after their requests were answered. What is
 * lost of that costs nothing: the sweep finds the workflow of a hire that seems to have none.
 */
@Singleton
public final class HireStarter {

  private static final Logger LOG = LoggerFactory.getLogger(HireStarter.class);
  // A worker that died holds its task no longer than this.
  private static final Duration TASK = Duration.ofSeconds(5);

  private static final Duration OLD_ENOUGH = Duration.ofSeconds(5);

  private final WorkflowClient client;
  private final TemporalConnection connection;
  private final HireStarts starts;
  private final Queue<Noted> noted = new ConcurrentLinkedQueue<>();

  private record Noted(String hireId, String runId) {}

  HireStarter(WorkflowClient client, TemporalConnection connection, HireStarts starts) {
    this.client = client;
    this.connection = connection;
    this.starts = starts;
  }

  /** Begins a hire that was recorded just now; a start that fails is made up for by the sweep. */
  public void begin(PendingStart hire) {
    switch (start(hire)) {
      case StartOutcome.Started(String runId) -> noted.add(new Noted(hire.hireId(), runId));
      case StartOutcome.Refused(String words) -> starts.refused(hire.hireId(), words);
      case StartOutcome.Later() -> {}
    }
  }

  /** Long before the sweep takes a hire for one without a workflow. */
  @Scheduled(fixedDelay = "500ms", initialDelay = "500ms")
  void write() {
    Map<String, String> runs = new LinkedHashMap<>();
    for (Noted one = noted.poll(); one != null; one = noted.poll()) {
      runs.put(one.hireId(), one.runId());
    }
    if (runs.isEmpty()) {
      return;
    }
    try {
      starts.started(runs);
    } catch (JournalUnavailable e) {
      LOG.debug("The start of {} hires is not noted: {}", runs.size(), e.getMessage());
    }
  }

  /** Starts the hires whose own request could not. */
  @Scheduled(fixedDelay = "2s", initialDelay = "2s")
  void sweep() {
    try {
      int started = starts.sweep(OLD_ENOUGH, this::start);
      if (started > 0) {
        LOG.info("Started {} hires that had been left waiting", started);
      }
    } catch (JournalUnavailable e) {
      LOG.debug("No sweep: {}", e.getMessage());
    }
  }

  private StartOutcome start(PendingStart hire) {
    try {
      WorkflowExecution run =
          hire.plan().openContract() == null ? onOpenTrain(hire) : onOpenContract(hire);
      return new StartOutcome.Started(run.getRunId());
    } catch (WorkflowExecutionAlreadyStarted e) {
      return new StartOutcome.Started(e.getExecution().getRunId());
    } catch (WorkflowException | StatusRuntimeException e) {
      return failed(hire, e);
    }
  }

  private WorkflowExecution onOpenTrain(PendingStart hire) {
    HireWorkflow workflow = client.newWorkflowStub(HireWorkflow.class, options(hire));
    return WorkflowClient.start(
        workflow::run,
        HireInput.start(hire.hireId(), hire.generation(), hire.plan(), hire.createdAt())
            .requestedBy(hire.requestedBy())
            .ofSweptAccount());
  }

  private WorkflowExecution onOpenContract(PendingStart hire) {
    OpenContractHireWorkflow workflow =
        client.newWorkflowStub(OpenContractHireWorkflow.class, options(hire));
    return WorkflowClient.start(
        workflow::run,
        OpenContractHireInput.start(
            hire.hireId(), hire.generation(), hire.plan(), hire.createdAt(), hire.requestedBy()));
  }

  private StartOutcome failed(PendingStart hire, RuntimeException e) {
    String reason = connection.words(e);
    if (refusedForGood(e)) {
      LOG.error("Temporal refused to start hire {}: {}", hire.hireId(), reason);
      return new StartOutcome.Refused(
          "Temporal refused to start this hire. Mend the cause that the api's log names, then"
              + " retry; or abort.");
    }
    LOG.warn("Hire {} waits for Temporal: {}", hire.hireId(), reason);
    return new StartOutcome.Later();
  }

  /** Whether repeating the same call can never succeed. */
  private static boolean refusedForGood(Throwable failure) {
    return ConnectionFault.status(failure)
        .map(Status::getCode)
        .filter(
            code -> code == Status.Code.INVALID_ARGUMENT || code == Status.Code.FAILED_PRECONDITION)
        .isPresent();
  }

  private static WorkflowOptions options(PendingStart hire) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(WorkflowIds.hire(hire.hireId()))
        .setTaskQueue(TaskQueues.HIRES)
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
        .setWorkflowTaskTimeout(TASK)
        .setStaticSummary(Summaries.summary(hire.plan()))
        .setStaticDetails(Summaries.details(hire.plan()))
        .build();
  }
}
