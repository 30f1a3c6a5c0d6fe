package dev.tenure.workflows.hire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.workflows.Payloads;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hires that wait since older code was deployed are carried on by today's. */
class ReplayTest {
  private static final Path FOLDER = Path.of("src/test/resources/histories");

  private final TestWorkflowEnvironment env =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .setWorkerFactoryOptions(
                  WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
              .build());

  @AfterEach
  void close() {
    env.close();
  }

  static List<Path> histories() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("histories")
  void aStoredHistoryReplays(Path file) {
    assertThatCode(() -> replay(file, HireWorkflowImpl.class)).doesNotThrowAnyException();
  }

  @Test
  void everySceneHasItsStoredHistory() {
    assertThat(histories())
        .extracting(file -> file.getFileName().toString().replace(".json", ""))
        .containsAll(Scenes.all().keySet());
  }

  @Test
  void anIncompatibleHireFailsTheReplay() {
    Path file = FOLDER.resolve("quick.json");

    assertThatThrownBy(() -> replay(file, Incompatible.class))
        .hasStackTraceContaining("NonDeterministicException");
  }

  private void replay(Path file, Class<?> implementation) throws Exception {
    Worker worker = env.newWorker("replay", Stage.patient());
    worker.registerWorkflowImplementationTypes(implementation);
    WorkflowReplayer.replayWorkflowExecution(
        WorkflowExecutionHistory.fromJson(Files.readString(file)), worker);
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
