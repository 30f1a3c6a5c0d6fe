package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hires that wait since older code was deployed are carried on by today's. */
class ReplayTest {
  private static final StoredHistories HISTORIES = StoredHistories.ofOpenTrain();

  static List<Path> histories() {
    return HISTORIES.files();
  }

  @ParameterizedTest
  @MethodSource("histories")
  void aStoredHistoryReplays(Path file) {
    assertThatCode(() -> StoredHistories.replay(file, HireWorkflowImpl.class))
        .doesNotThrowAnyException();
  }

  @Test
  void everySceneHasItsStoredHistory() {
    assertThat(HISTORIES.scenes()).containsAll(Scenes.all().keySet());
  }

  @Test
  void anIncompatibleHireFailsTheReplay() {
    assertThatThrownBy(() -> StoredHistories.replay(HISTORIES.of("quick"), Incompatible.class))
        .hasStackTraceContaining("NonDeterministicException");
  }

  /** The type of a hire, without anything that can be said to it. */
  @WorkflowInterface
  public interface BareHire {
    @WorkflowMethod(name = HireWorkflow.TYPE)
    void run(HireInput input);
  }

  /** A hire that sleeps where every real one begins to ask. */
  public static final class Incompatible implements BareHire {
    @Override
    public void run(HireInput input) {
      Workflow.sleep(Duration.ofDays(1));
    }
  }
}
