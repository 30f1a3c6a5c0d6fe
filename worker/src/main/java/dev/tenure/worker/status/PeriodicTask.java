package dev.tenure.worker.status;

import dev.tenure.journal.store.JournalUnavailable;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is done again and again while the process lives. Whatever goes wrong in it is told
 * in the worker's readiness, and never ends the repetition.
 *
 * @param subject under which it is told
 * @param failed the words for people, to which the reason is added
 */
public record PeriodicTask(WorkerStatus status, String subject, String failed) {

  private static final Logger LOG = LoggerFactory.getLogger(PeriodicTask.class);

  /** What is done once. */
  public interface Work {
    void run() throws InterruptedException;
  }

  /** Does it once; returns whether it could be done. */
  public boolean run(Work work) throws InterruptedException {
    try {
      work.run();
      status.note(subject, "");
      return true;
    } catch (JournalUnavailable | WorkflowException | StatusRuntimeException e) {
      status.note(subject, failed + ": " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{}, in a way that was not foreseen", failed, e);
      status.note(subject, failed + ", see the log: " + e);
    }
    return false;
  }
}
