package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.workflows.Payloads;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The histories that are stored in a folder, one for each scene. */
public final class StoredHistories {
  private static final Path ALL = Path.of("src/test/resources/histories");

  private final Path folder;

  private StoredHistories(Path folder) {
    this.folder = folder;
  }

  /** Those of hires on OpenTrain. */
  static StoredHistories ofOpenTrain() {
    return new StoredHistories(ALL);
  }

  /** Those of hires on OpenContract. */
  public static StoredHistories ofOpenContract() {
    return new StoredHistories(ALL.resolve("opencontract"));
  }

  /** The file of a scene. */
  public Path of(String scene) {
    return folder.resolve(scene + ".json");
  }

  public List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scenes that have one. */
  public List<String> scenes() {
    return files().stream()
        .map(file -> file.getFileName().toString().replace(".json", ""))
        .toList();
  }

  /** Fails where the code would not do what the history says. */
  public static void replay(Path file, Class<?> implementation) throws Exception {
    try (TestWorkflowEnvironment env =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build())
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
                .build())) {
      Worker worker = env.newWorker("replay", HireStage.patient());
      worker.registerWorkflowImplementationTypes(implementation);
      WorkflowReplayer.replayWorkflowExecution(
          WorkflowExecutionHistory.fromJson(Files.readString(file)), worker);
    }
  }

  /** Plays a scene that has no history yet, and stores the one of its last run. */
  public <S extends HireStage> void capture(String name, S made, Consumer<S> scene)
      throws IOException {
    Path file = of(name);
    Files.createDirectories(folder);
    try (S stage = made) {
      if (Files.notExists(file)) {
        scene.accept(stage);
        Files.writeString(file, stage.history().toJson(true), StandardOpenOption.CREATE_NEW);
      }
    }
    assertThat(file).exists();
  }
}
