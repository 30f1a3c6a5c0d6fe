package dev.tenure.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChoreTest {

  private final Status status = new Status();
  private final Chore chore = new Chore(status, "reminders", "Reminders stand still");

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
            chore.done(
                () -> {
                  throw failure;
                }))
        .isFalse();
    assertThat(status.details().get("reminders")).startsWith("Reminders stand still");
    assertThat(chore.done(() -> {})).isTrue();
    assertThat(status.details()).doesNotContainKey("reminders");
  }

  @Test
  void whatIsDoneIsNotTold() throws InterruptedException {
    assertThat(chore.done(() -> {})).isTrue();
    assertThat(status.details()).doesNotContainKey("reminders");
  }
}
