package dev.tenure.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.ProcessRecord;
import dev.tenure.cli.home.Processes;
import dev.tenure.cli.home.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class DownTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final List<String> said = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @SuppressWarnings("NullAway.Init")
  private Records records;

  @BeforeEach
  void openTheHome() {
    home = new Home(folder).prepare();
    records = new Records(home);
  }

  @Test
  void whatAKilledSupervisorLeftBehindIsStopped() throws IOException {
    var api = sleeper();
    var worker = sleeper();
    records.write(ProcessRecord.of("api", api.toHandle()));
    records.write(ProcessRecord.of("worker", worker.toHandle()));
    assertThat(down()).isTrue();
    assertThat(Processes.runs(api.toHandle())).isFalse();
    assertThat(Processes.runs(worker.toHandle())).isFalse();
    assertThat(records.processes()).isEmpty();
    assertThat(said).first().asString().contains("worker");
  }

  @Test
  void aProcessThatOnlyHasTheNumberOfOursIsLeftAlone() throws Exception {
    var stranger = sleeper();
    try {
      var ours = ProcessRecord.of("api", stranger.toHandle());
      records.write(new ProcessRecord("api", ours.pid(), ours.startedAt().minusSeconds(3_600)));
      down();
      assertThat(stranger.isAlive()).isTrue();
      assertThat(said).isEmpty();
    } finally {
      stranger.destroyForcibly().waitFor();
    }
  }

  @Test
  void withNothingRunningThereIsNothingToStop() {
    assertThat(down()).isFalse();
  }

  private boolean down() {
    var noDistribution = new Distribution(folder, folder);
    return new Down(new StackPlan(new Environment(Map.of()), home, noDistribution, said::add))
        .run();
  }

  private static Process sleeper() throws IOException {
    return new ProcessBuilder(List.of("sleep", "600")).start();
  }
}
