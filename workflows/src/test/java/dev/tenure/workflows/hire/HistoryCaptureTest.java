package dev.tenure.workflows.hire;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stores the history of every scene that has none yet. Run it by hand after a new scene was added:
 *
 * <pre>./mvnw -pl workflows test -Dtest=HistoryCaptureTest
 *     -Dsurefire.jvm=-Dtenure.histories.capture=true</pre>
 *
 * Until 0.1.0 is tagged they are recorded anew in the open: delete them and run this. From then on
 * a stored history is never written again: as long as hires of that age can wait somewhere, today's
 * code must be able to carry them on. A scene that has changed gets a new name.
 */
@EnabledIfSystemProperty(
    named = "tenure.histories.capture",
    matches = "true",
    disabledReason = "histories are captured once, by hand")
class HistoryCaptureTest {
  private static final Path FOLDER = Path.of("src/test/resources/histories");

  static Stream<String> scenes() {
    return Scenes.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void theHistoryOfANewSceneIsStored(String name) throws IOException {
    capture(name, new Stage(), Scenes.named(name));
  }

  @Test
  void theLastOfSeveralRunsIsStored() throws IOException {
    capture(
        "carried-on",
        new Stage(
            input ->
                new HireWorkflowImpl(input, () -> Workflow.getInfo().getHistoryLength() >= 60)),
        Scenes.named("quick"));
  }

  private static void capture(String name, Stage made, Consumer<Stage> scene) throws IOException {
    Path file = Files.createDirectories(FOLDER).resolve(name + ".json");
    try (Stage stage = made) {
      if (Files.notExists(file)) {
        scene.accept(stage);
        Files.writeString(file, stage.history().toJson(true), StandardOpenOption.CREATE_NEW);
      }
    }
    assertThat(file).exists();
  }
}
