package dev.tenure.workflows;

import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An activity under way that can be stopped, and whose answer counts even if it came meanwhile. */
final class SlowCall<T> {
  private final CancellationScope scope;
  private @Nullable Promise<T> promise;

  SlowCall(Supplier<T> call) {
    scope = Workflow.newCancellationScope(() -> promise = Async.function(call::get));
    scope.run();
  }

  boolean completed() {
    return promise != null && promise.isCompleted();
  }

  /** The answer, or nothing when it was stopped or has failed for another reason. */
  Optional<T> answerOrStop() {
    if (!completed()) {
      scope.cancel();
    }
    try {
      return Optional.of(Objects.requireNonNull(promise).get());
    } catch (TemporalFailure stoppedOrOtherwiseFailed) {
      return Optional.empty();
    }
  }
}
