package dev.tenure.lifecycle.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a hash orders differs from JVM to JVM; what a hire decides must not. */
final class OtherJvmTest {
  private static final long SEEDS = 300;

  @Test
  void decidesAlikeInAnotherJvm() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                DecisionDigest.class.getName(),
                String.valueOf(SEEDS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String here = DecisionDigest.of(SEEDS);
    try (InputStream said = other.getInputStream()) {
      String there = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(other.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(there).isEqualTo(here);
    }
  }
}
