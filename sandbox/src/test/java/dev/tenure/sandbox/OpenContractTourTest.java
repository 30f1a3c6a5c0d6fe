package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the lines of docs/opencontract.md on a sandbox of their own. */
class OpenContractTourTest {
  private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
  private static final Pattern JSON = Pattern.compile("(?ms)^```json\\n(.*?)^```");

  @TempDir Path folder = Path.of("");

  @Test
  void everyLineOfTheTourRuns() throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.start(Map.of())) {
      assertThat(run(sandbox.url(), String.join("\n", blocks(SHELL))))
          .containsExactly(
              "created",
              "5.0",
              "under-review",
              "resolved",
              "settled-fully-met",
              "[105000000,105000000]");
    }
  }

  @Test
  void theExampleOfAPolicyIsAccepted() throws IOException {
    try (Sandbox sandbox = Sandbox.start(Map.of())) {
      List<String> examples = blocks(JSON);
      assertThat(examples).hasSize(1);
      Reply reply =
          new Market(sandbox.url()).control("PUT", "/opencontract/people", examples.getFirst());
      assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }
  }

  private List<String> run(String url, String script) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", "set -eu -o pipefail\n" + script);
    builder.environment().put("SANDBOX", url);
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    boolean ended = process.waitFor(90, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    String wrong = Files.readString(errors);
    assertThat(ended).as(wrong).isTrue();
    assertThat(process.exitValue()).as(wrong + Files.readString(output)).isZero();
    return Files.readAllLines(output);
  }

  private static List<String> blocks(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(Path.of("../docs/opencontract.md")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
