package dev.tenure.worker.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PeriodicTaskTest {

  private final WorkerStatus status = new WorkerStatus();
  private final PeriodicTask task = new PeriodicTask(status, "reminders", "Reminders stand still");

  static Stream<RuntimeException> failures() {
    return Stream.of(
        new IllegalStateException("a window without an end"),
        new NullPointerException(),
        new StatusRuntimeException(io.grpc.Status.UNAVAILABLE));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureOfAnyKindIsToldAndTheNextTimeMaySucceed(RuntimeException failure)
      throws InterruptedException {
    assertThat(
            task.run(
                () -> {
                  throw failure;
                }))
        .isFalse();
    assertThat(status.details().get("reminders")).startsWith("Reminders stand still");
    assertThat(task.run(() -> {})).isTrue();
    assertThat(status.details()).doesNotContainKey("reminders");
  }

  @Test
  void whatIsDoneIsNotTold() throws InterruptedException {
    assertThat(task.run(() -> {})).isTrue();
    assertThat(status.details()).doesNotContainKey("reminders");
  }
}
