package dev.tenure.worker;

import dev.tenure.journal.store.JournalUnavailable;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is done again and again while the process lives. Whatever goes wrong in it is told
 * in the worker's readiness, and never ends the doing.
 *
 * @param subject under which it is told
 * @param failed the words for people, to which the reason is added
 */
record Chore(Status status, String subject, String failed) {

  private static final Logger LOG = LoggerFactory.getLogger(Chore.class);

  /** One time of doing it. */
  interface Work {
    void run() throws InterruptedException;
  }

  /** Returns whether it could be done. */
  boolean done(Work work) throws InterruptedException {
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
