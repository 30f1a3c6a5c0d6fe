package dev.tenure.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessRecordTest {

  @Test
  void aProcessThatWeStartedIsFoundAgainWhileItLives() throws Exception {
    var process = sleeper();
    var record = ProcessRecord.of("fake", process.toHandle());
    assertThat(record.alive()).contains(process.toHandle());
    process.destroyForcibly().waitFor();
    assertThat(record.alive()).isEmpty();
  }

  @Test
  void anotherProcessWithTheSameNumberIsNotTakenForOurs() throws Exception {
    var process = sleeper();
    try {
      var ours = ProcessRecord.of("fake", process.toHandle());
      var old = new ProcessRecord("fake", ours.pid(), ours.startedAt().minusSeconds(60));
      assertThat(old.alive()).isEmpty();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Process sleeper() throws IOException {
    return new ProcessBuilder(List.of("sleep", "60")).start();
  }
}
