package dev.tenure.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
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
    records.write(
        new StackRecord(
            us,
            new PortPlan(9100, "192.168.7.5", PortPlan.LOOPBACK),
            "http://127.0.0.1:9103",
            true,
            true));
    assertThat(records.runningStack())
        .hasValueSatisfying(
            stack -> assertThat(stack.ports().url(Port.API)).isEqualTo("http://192.168.7.5:9100"));
  }

  @Test
  void aSupervisorThatDiedCountsAsNotRunning() {
    var gone = new ProcessRecord("supervisor", 1L << 30, Instant.EPOCH);
    records.write(
        new StackRecord(
            gone,
            new PortPlan(9100, "192.168.7.5", PortPlan.LOOPBACK),
            "http://127.0.0.1:9103",
            true,
            true));
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
