package dev.tenure.api.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a failed call to Temporal means. */
final class Rpc {

  private Rpc() {}

  static Optional<Status> status(Throwable failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof StatusRuntimeException rpc) {
        return Optional.of(rpc.getStatus());
      }
    }
    return Optional.empty();
  }

  /** What happened, in one line for the log. */
  static String words(Throwable failure) {
    return status(failure)
        .map(status -> status.getCode() + ", " + firstLine(status.getDescription()))
        .orElseGet(failure::toString);
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "no description" : text.lines().findFirst().orElse("");
  }

  /** Whether repeating the same call can never succeed. */
  static boolean refusedForGood(Throwable failure) {
    return status(failure)
        .map(Status::getCode)
        .filter(
            code -> code == Status.Code.INVALID_ARGUMENT || code == Status.Code.FAILED_PRECONDITION)
        .isPresent();
  }
}
