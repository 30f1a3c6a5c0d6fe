package dev.tenure.workflows.opentrain;

import io.temporal.workflow.Workflow;
import java.io.IOException;
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
  private static final StoredHistories HISTORIES = StoredHistories.ofOpenTrain();

  static Stream<String> scenes() {
    return Scenes.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void theHistoryOfANewSceneIsStored(String name) throws IOException {
    HISTORIES.capture(name, new Stage(), Scenes.named(name));
  }

  @Test
  void theLastOfSeveralRunsIsStored() throws IOException {
    HISTORIES.capture(
        "carried-on",
        new Stage(
            input ->
                new HireWorkflowImpl(input, () -> Workflow.getInfo().getHistoryLength() >= 60)),
        Scenes.named("quick"));
  }
}
