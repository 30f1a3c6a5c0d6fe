package dev.tenure.workflows.opencontract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tenure.workflows.opentrain.StoredHistories;
import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hires on OpenContract that wait since older code was deployed are carried on by today's. */
class OpenContractReplayTest {
  private static final StoredHistories HISTORIES = StoredHistories.ofOpenContract();

  static List<Path> histories() {
    return HISTORIES.files();
  }

  static Stream<String> scenes() {
    return OpenContractScenes.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("histories")
  void aStoredHistoryReplays(Path file) {
    assertThatCode(() -> StoredHistories.replay(file, OpenContractHireWorkflowImpl.class))
        .doesNotThrowAnyException();
  }

  @Test
  void everySceneHasItsStoredHistory() {
    assertThat(HISTORIES.scenes())
        .containsAll(OpenContractScenes.all().keySet())
        .contains("carried-on");
  }

  /** Stores what is missing; run by hand, as {@code HistoryCaptureTest} says. */
  @EnabledIfSystemProperty(
      named = "tenure.histories.capture",
      matches = "true",
      disabledReason = "histories are captured once, by hand")
  @ParameterizedTest
  @MethodSource("scenes")
  void theHistoryOfANewSceneIsStored(String name) throws IOException {
    HISTORIES.capture(name, new OpenContractStage(), OpenContractScenes.named(name));
  }

  @EnabledIfSystemProperty(
      named = "tenure.histories.capture",
      matches = "true",
      disabledReason = "histories are captured once, by hand")
  @Test
  void theLastOfSeveralRunsIsStored() throws IOException {
    HISTORIES.capture(
        "carried-on",
        new OpenContractStage(
            input ->
                new OpenContractHireWorkflowImpl(
                    input, () -> Workflow.getInfo().getHistoryLength() >= 40)),
        OpenContractScenes::approved);
  }
}
