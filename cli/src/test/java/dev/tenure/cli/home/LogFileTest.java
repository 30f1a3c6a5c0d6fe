package dev.tenure.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class LogFileTest {
  private static final int LARGE = 1_000;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void aLogThatGrewLargeIsKeptOnceAndTheProcessGoesOnWritingIntoIt() throws Exception {
    var log = new LogFile(folder.resolve("fake.log"), LARGE);
    var writer = new ProcessBuilder("cat").redirectOutput(log.open()).start();
    try {
      var first = "a".repeat(LARGE + 1);
      say(writer, first);
      awaitContent(log.path(), first);
      log.makeRoom();
      assertThat(log.before()).hasContent(first);
      say(writer, "and on it goes");
      awaitContent(log.path(), "and on it goes");
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  @Test
  void aSmallLogIsLeftAlone() throws IOException {
    var log = new LogFile(folder.resolve("fake.log"), LARGE);
    log.makeRoom();
    Files.writeString(log.path(), "a".repeat(LARGE));
    log.makeRoom();
    assertThat(Files.size(log.path())).isEqualTo(LARGE);
    assertThat(log.before()).doesNotExist();
  }

  private static void say(Process writer, String words) throws IOException {
    writer.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    writer.getOutputStream().flush();
  }

  private static void awaitContent(Path file, String content) throws IOException {
    while (!Files.readString(file).equals(content)) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
