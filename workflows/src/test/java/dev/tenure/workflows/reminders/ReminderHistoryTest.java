package dev.tenure.workflows.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reminders that were begun by older code are carried on by today's. A stored history is never
 * written again; a scene that has changed gets a new name.
 */
class ReminderHistoryTest {

  private static final Path FOLDER = Path.of("src/test/resources/histories/reminders");

  static Stream<String> scenes() {
    return ReminderScenes.all().keySet().stream();
  }

  /** Stores what has no history yet, as {@code HistoryCaptureTest} does for hires. */
  @ParameterizedTest
  @MethodSource("scenes")
  @EnabledIfSystemProperty(
      named = "tenure.histories.capture",
      matches = "true",
      disabledReason = "histories are captured once, by hand")
  void theHistoryOfANewSceneIsStored(String name) throws IOException {
    Path file = file(name);
    if (Files.notExists(file)) {
      Files.createDirectories(FOLDER);
      try (Desk desk = Objects.requireNonNull(ReminderScenes.all().get(name)).get()) {
        Files.writeString(file, desk.history().toJson(true), StandardOpenOption.CREATE_NEW);
      }
    }
    assertThat(file).exists();
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void aStoredHistoryReplays(String name) {
    assertThatCode(() -> replay(name, ApprovalReminderWorkflowImpl.class))
        .doesNotThrowAnyException();
  }

  @Test
  void incompatibleRemindersFailTheReplay() {
    assertThatThrownBy(() -> replay("undecided", Incompatible.class))
        .hasStackTraceContaining("NonDeterministicException");
  }

  private static void replay(String name, Class<?> implementation) throws Exception {
    try (Desk desk = new Desk()) {
      Worker worker = desk.env.newWorker("replay");
      worker.registerWorkflowImplementationTypes(implementation);
      WorkflowReplayer.replayWorkflowExecution(
          WorkflowExecutionHistory.fromJson(Files.readString(file(name))), worker);
    }
  }

  private static Path file(String name) {
    return FOLDER.resolve(name + ".json");
  }

  /** Sleeps where the real one sends its announcement. */
  public static final class Incompatible implements ApprovalReminderWorkflow {
    @Override
    public void remind(ReminderPlan plan) {
      Workflow.sleep(Duration.ofHours(1));
    }

    @Override
    public void decided() {
      throw new UnsupportedOperationException();
    }
  }
}
