package dev.tenure.workflows;

import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import org.jspecify.annotations.Nullable;

/**
 * The only way to start something beside the main line. An exception in a bare {@code
 * Async.procedure} would vanish and leave the run open for ever; here the first one is kept for the
 * main line to rethrow, so that the workflow task fails visibly and heals with the next deploy.
 */
final class Coroutines {
  private @Nullable RuntimeException fault;

  /** Starts a coroutine; the promise completes when it returns and never fails. */
  Promise<Void> start(Runnable body) {
    return Async.procedure(() -> guarded(body));
  }

  void guarded(Runnable body) {
    try {
      body.run();
    } catch (RuntimeException e) {
      if (fault == null) {
        fault = e;
      }
    }
  }

  boolean faulted() {
    return fault != null;
  }

  /** Wrapped, since a bare failure of Temporal's own would fail the whole run. */
  void rethrowFault() {
    if (fault != null) {
      throw new IllegalStateException("a coroutine of the hire failed: " + fault, fault);
    }
  }
}
