package dev.tenure.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class HomeLockTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void aSecondUpOnTheSameHomeSaysThatOneRunsAlready() throws Exception {
    var home = new Home(folder).prepare();
    try (var lock = HomeLock.ofStack(home)) {
      assertThat(lock).isNotNull();
      assertThat(refused("up")).contains("already up", folder.toString());
    }
  }

  @Test
  void aSecondDemoOnTheSameMarketplaceSaysThatOneRunsAndHowToRunAnother() throws Exception {
    var home = new Home(folder).prepare();
    try (var lock = HomeLock.ofDemo(home, "opencontract");
        var other = HomeLock.ofDemo(home, "opentrain")) {
      assertThat(lock).isNotEqualTo(other);
      assertThat(refused("demo", "--marketplace", "opencontract"))
          .contains("A demo on opencontract runs already in TENURE_HOME=" + folder)
          .contains("tenure demo --marketplace opencontract");
    }
  }

  @Test
  void theLockIsFreeAgainAfterItsHolderEnded() {
    var home = new Home(folder).prepare();
    HomeLock.ofStack(home).close();
    try (var again = HomeLock.ofStack(home)) {
      assertThat(again).isNotNull();
      assertThat(Files.exists(home.run().resolve("lock"))).isTrue();
    }
  }

  /** What a command says that another process of the same home does not let run. */
  private String refused(String... arguments) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(java, "-cp", System.getProperty("java.class.path"), "dev.tenure.cli.Cli"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("TENURE_HOME", folder.toString()));
    var second = builder.start();
    var words = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(second.waitFor()).as(words).isEqualTo(1);
    return words;
  }
}
