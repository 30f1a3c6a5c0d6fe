package dev.tenure.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

  private final Steps steps = new Steps();
  private final List<String> taken = new ArrayList<>();

  @Test
  void aStepThatFailsKeepsBackNoOtherAndItsFailureIsToldAtTheEnd() {
    steps.take(() -> taken.add("first"));
    steps.take(() -> fail(new IllegalStateException("poison")));
    steps.take(() -> fail(new StatusRuntimeException(Status.INVALID_ARGUMENT)));
    steps.take(() -> taken.add("last"));
    assertThat(taken).containsExactly("first", "last");
    assertThatThrownBy(steps::throwIfAnyFailed)
        .hasMessage("poison")
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
  }

  @Test
  void whereTemporalIsAwayTheNextStepIsNotTried() {
    assertThatThrownBy(
            () ->
                steps.take(
                    () ->
                        fail(
                            new IllegalStateException(
                                new StatusRuntimeException(Status.UNAVAILABLE)))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void withoutAFailureNothingIsThrown() {
    steps.take(() -> taken.add("only"));
    assertThatCode(steps::throwIfAnyFailed).doesNotThrowAnyException();
  }

  private static void fail(RuntimeException failure) {
    throw failure;
  }
}
