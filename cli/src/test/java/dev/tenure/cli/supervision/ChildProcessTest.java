package dev.tenure.cli.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.LogFile;
import dev.tenure.cli.home.Processes;
import dev.tenure.cli.home.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ChildProcessTest {
  private static final Backoff QUICK =
      new Backoff(Duration.ofMillis(20), Duration.ofMillis(80), Duration.ofMinutes(1));
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String SLEEP = "ready; exec sleep 600";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @SuppressWarnings("NullAway.Init")
  private Records records;

  private @Nullable ChildProcess child;

  @BeforeEach
  void openTheHome() {
    home = new Home(folder).prepare();
    records = new Records(home);
  }

  @AfterEach
  void stopTheChild() {
    if (child != null) {
      child.stop(PATIENCE);
    }
  }

  @Test
  void aKilledProcessIsStartedAgainAndSaid() throws InterruptedException {
    var started = started(SLEEP);
    awaitReady(started);
    var first = pid();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    assertThat(said.take()).contains("fake was killed", "started again");
    assertThat(nextPid(first)).isNotEqualTo(first);
  }

  @Test
  void aProcessThatDiesAgainAndAgainBeforeItServesIsGivenUpWithItsLastWords() {
    var started = started("echo the reason >&2; exit 7");
    assertThatThrownBy(() -> awaitReady(started))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("fake does not start")
        .hasMessageContaining("the reason");
    assertThat(said).allSatisfy(words -> assertThat(words).contains("exit code 7"));
  }

  @Test
  void aStoppedProcessStaysDownAndIsForgotten() {
    var started = started(SLEEP);
    awaitReady(started);
    var pid = pid();
    started.stop(PATIENCE);
    assertThat(ProcessHandle.of(pid).filter(Processes::runs)).isEmpty();
    assertThat(records.processes()).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void aProcessThatDoesNotListenIsKilledWhenThePatienceEnds() {
    var started = started("trap '' TERM; ready; while :; do sleep 1; done");
    awaitReady(started);
    var pid = pid();
    started.stop(Duration.ofMillis(300));
    assertThat(ProcessHandle.of(pid).filter(Processes::runs)).isEmpty();
    assertThat(said.poll()).contains("did not stop");
  }

  @Test
  void theLogHoldsWhatTheProcessWrites() {
    awaitReady(started("echo hello from the process; " + SLEEP));
    assertThat(new LogFile(home.log("fake")).tail(5)).containsExactly("hello from the process");
  }

  /** Ready is whose script has come to the word {@code ready}. */
  private ChildProcess started(String script) {
    var marker = folder.resolve("ready");
    var service =
        new Service(
            "fake",
            List.of("/bin/sh", "-c", "ready() { : > " + marker + "; }; " + script),
            folder,
            Map.of("PATH", System.getenv("PATH")),
            List.of(),
            () -> java.nio.file.Files.exists(marker));
    child = new ChildProcess(service, home.log("fake"), records, said::add, QUICK);
    child.start();
    return child;
  }

  private static void awaitReady(ChildProcess child) {
    Supervisor.awaitReady(List.of(child), words -> {});
  }

  private long pid() {
    return records.processes().getFirst().pid();
  }

  private long nextPid(long before) {
    while (pid() == before) {
      LockSupport.parkNanos(1_000_000);
    }
    return pid();
  }
}
