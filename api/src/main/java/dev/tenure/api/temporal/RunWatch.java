package dev.tenure.api.temporal;

import dev.tenure.journal.run.OpenRun;
import dev.tenure.journal.run.OpenRuns;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.journal.store.RefusedStatementException;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.connection.TemporalConnection;
import dev.tenure.workflows.opentrain.HireWorkflow;
import io.grpc.StatusRuntimeException;
import io.micronaut.scheduling.annotation.Scheduled;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds open hires whose workflow somebody terminated or reset in Temporal: the first become
 * incidents, the second are asked for their tale as it is now.
 */
@Singleton
final class RunWatch {

  private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

  /** Tests of the front keep hires without a workflow; they look after none. */
  private static final String EVERY = "${tenure.run-watch.every:5s}";

  private static final Duration QUIET = Duration.ofSeconds(10);

  /** Twenty a second: ten thousand waiting hires are looked at within nine minutes. */
  private static final int AT_A_TIME = 100;

  private final OpenRuns journal;
  private final Runs runs;
  private final WorkflowClient client;
  private final TemporalConnection connection;
  private String told = "";

  RunWatch(OpenRuns journal, Runs runs, WorkflowClient client, TemporalConnection connection) {
    this.journal = journal;
    this.runs = runs;
    this.client = client;
    this.connection = connection;
  }

  @Scheduled(fixedDelay = EVERY, initialDelay = EVERY)
  void look() {
    if (!usable()) {
      return;
    }
    try {
      journal.next(QUIET, AT_A_TIME).forEach(this::compare);
    } catch (JournalUnavailable | WorkflowException | StatusRuntimeException e) {
      LOG.debug("Nobody looks after the workflows now: {}", e.getMessage());
    }
  }

  /** Whether Temporal can be used; each change of the answer is logged once. */
  private boolean usable() {
    String trouble = "";
    try {
      runs.requireNamespace();
    } catch (StatusRuntimeException e) {
      trouble = connection.words(e);
    }
    if (!trouble.equals(told)) {
      told = trouble;
      if (trouble.isEmpty()) {
        LOG.info("Temporal at {} can be used again", connection.address());
      } else {
        LOG.warn("{}", trouble);
      }
    }
    return trouble.isEmpty();
  }

  @Scheduled(fixedDelay = "1s", initialDelay = "5s")
  void retell() {
    try {
      journal.snapshotsDue(AT_A_TIME).forEach(this::ask);
    } catch (JournalUnavailable e) {
      LOG.debug("Nobody asks workflows for their tale now: {}", e.getMessage());
    }
  }

  private void compare(OpenRun open) {
    switch (runs.find(open.hireId())) {
      case Run.Open(String runId) -> {
        if (open.runId() != null && !open.runId().equals(runId)) {
          journal.requestSnapshot(open.hireId());
        }
      }
      case Run.Over over -> gone(open, over.runId(), over);
      case Run.Earlier earlier -> gone(open, null, earlier);
      case Run.Unknown unknown -> gone(open, null, unknown);
    }
  }

  private void gone(OpenRun open, @Nullable String over, Run run) {
    if (journal.gone(open, over, run.words(), run.actions())) {
      LOG.warn("The workflow of hire {} is gone: {}", open.hireId(), run.words());
    }
  }

  /** Without a worker nobody can answer; the question stays open. */
  private void ask(String hireId) {
    try {
      RecordBatch everything =
          client.newWorkflowStub(HireWorkflow.class, WorkflowIds.hire(hireId)).hire();
      journal.recordSnapshot(everything);
    } catch (WorkflowException | StatusRuntimeException e) {
      LOG.debug("Hire {} does not tell its tale now: {}", hireId, e.getMessage());
    } catch (RefusedStatementException e) {
      LOG.warn("What hire {} knows cannot be recorded whole: {}", hireId, e.getMessage());
    }
  }
}
