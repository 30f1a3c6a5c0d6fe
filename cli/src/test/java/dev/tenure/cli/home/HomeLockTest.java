package dev.tenure.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class StackLockTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void aSecondUpOnTheSameHomeSaysThatOneRunsAlready() throws Exception {
    var home = new Home(folder).prepare();
    try (var lock = StackLock.take(home)) {
      assertThat(lock).isNotNull();
      var second = up(folder);
      var words =
          new String(
              second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(second.waitFor()).isEqualTo(1);
      assertThat(words).contains("already up", folder.toString());
    }
  }

  @Test
  void theLockIsFreeAgainAfterItsHolderEnded() {
    var home = new Home(folder).prepare();
    StackLock.take(home).close();
    try (var again = StackLock.take(home)) {
      assertThat(again).isNotNull();
      assertThat(Files.exists(home.run().resolve("lock"))).isTrue();
    }
  }

  private static Process up(Path home) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            List.of(
                java, "-cp", System.getProperty("java.class.path"), "dev.tenure.cli.Cli", "up"));
    builder.environment().putAll(Map.of("TENURE_HOME", home.toString()));
    return builder.redirectErrorStream(true).start();
  }
}
