package dev.tenure.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.network.Port;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Records records;

  @BeforeEach
  void openTheHome() {
    records = new Records(new Home(folder).prepare());
  }

  @Test
  void aRunningSupervisorIsFoundByLaterCommands() {
    var us = ProcessRecord.of("supervisor", ProcessHandle.current());
    records.write(new StackRecord(us, 9100, "http://127.0.0.1:9103", true, true));
    assertThat(records.runningStack())
        .hasValueSatisfying(stack -> assertThat(stack.ports().of(Port.WORKER)).isEqualTo(9105));
  }

  @Test
  void aSupervisorThatDiedCountsAsNotRunning() {
    var gone = new ProcessRecord("supervisor", 1L << 30, Instant.EPOCH);
    records.write(new StackRecord(gone, 9100, "http://127.0.0.1:9103", true, true));
    assertThat(records.runningStack()).isEmpty();
  }

  @Test
  void aForgottenProcessIsNoLongerListed() {
    var process = new ProcessRecord("api", 4711, Instant.EPOCH);
    records.write(process);
    assertThat(records.processes()).containsExactly(process);
    records.forget(process);
    assertThat(records.processes()).isEmpty();
  }
}
