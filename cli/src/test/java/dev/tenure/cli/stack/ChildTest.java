package dev.tenure.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildTest {
  private static final Backoff QUICK =
      new Backoff(Duration.ofMillis(20), Duration.ofMillis(80), Duration.ofMinutes(1));
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @SuppressWarnings("NullAway.Init")
  private Records records;

  private @Nullable Child child;

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
    var started = started("sleep 600");
    awaitReady(started);
    var first = pid();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    assertThat(said.poll(10, TimeUnit.SECONDS)).contains("fake was killed", "started again");
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
    var started = started("sleep 600");
    awaitReady(started);
    var pid = pid();
    started.stop(PATIENCE);
    assertThat(ProcessHandle.of(pid).filter(Processes::runs)).isEmpty();
    assertThat(records.processes()).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void aProcessThatDoesNotListenIsKilledWhenThePatienceEnds() {
    var started = started("trap '' TERM; while :; do sleep 1; done");
    awaitReady(started);
    var pid = pid();
    started.stop(Duration.ofMillis(300));
    assertThat(ProcessHandle.of(pid).filter(Processes::runs)).isEmpty();
    assertThat(said.poll()).contains("did not stop");
  }

  @Test
  void theLogHoldsWhatTheProcessWrites() {
    awaitReady(started("echo hello from the process; sleep 600"));
    var log = new LogFile(home.log("fake"));
    while (log.tail(5).isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(log.tail(5)).containsExactly("hello from the process");
  }

  /** Ready is who has run its first lines; a script that ends at once never is. */
  private Child started(String script) {
    var marker = folder.resolve("ready");
    var service =
        new Service(
            "fake",
            List.of(
                "/bin/sh",
                "-c",
                "case '" + script + "' in *exit*) ;; *) : > " + marker + ";; esac; " + script),
            folder,
            Map.of("PATH", System.getenv("PATH")),
            Set.of(),
            () -> java.nio.file.Files.exists(marker));
    child = new Child(service, home.log("fake"), records, said::add, QUICK);
    child.start();
    return child;
  }

  private static void awaitReady(Child child) {
    new Readiness(words -> {}, Duration.ofSeconds(20)).await(List.of(child));
  }

  private long pid() {
    return records.processes().getFirst().pid();
  }

  private long nextPid(long before) {
    while (pid() == before) {
      Thread.onSpinWait();
    }
    return pid();
  }
}
