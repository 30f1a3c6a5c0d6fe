package dev.tenure.activities.notify;

import dev.tenure.journal.store.JournalUnavailable;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

/** Steps of which each is taken, though one before it failed. */
final class Steps {

  private @Nullable RuntimeException failed;

  /**
   * @throws RuntimeException at once where the journal or Temporal is away: the next step would
   *     fail as well, after its whole patience
   */
  void take(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      if (isAway(e)) {
        throw e;
      }
      if (failed == null) {
        failed = e;
      } else {
        failed.addSuppressed(e);
      }
    }
  }

  void throwIfAnyFailed() {
    if (failed != null) {
      throw failed;
    }
  }

  private static boolean isAway(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof JournalUnavailable) {
        return true;
      }
      if (cause instanceof StatusRuntimeException status) {
        return switch (status.getStatus().getCode()) {
          case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, CANCELLED -> true;
          default -> false;
        };
      }
    }
    return false;
  }
}
