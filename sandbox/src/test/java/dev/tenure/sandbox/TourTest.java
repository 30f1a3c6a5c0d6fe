package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.sandbox.faults.Fault;
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

/** Runs the lines of docs/sandbox.md on a sandbox of their own. */
class TourTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
  private static final Pattern JSON = Pattern.compile("(?ms)^```json\\n(.*?)^```");

  @TempDir Path folder = Path.of("");

  @Test
  void everyLineOfTheTourRuns() throws IOException, InterruptedException {
    try (Sandbox sandbox = Sandbox.start(Map.of())) {
      List<String> told = run(sandbox.url(), String.join("\n", blocks(BLOCK)));
      assertThat(told).hasSize(5);
      assertThat(told.getFirst()).startsWith(sandbox.url() + "/approvals/apr_");
      assertThat(told.subList(1, 5)).containsExactly("320", "confirmed", "ended", "[]");
      Reply audit = new Market(sandbox.url()).control("GET", "/audit");
      assertThat(audit.size("moneyEffects")).isEqualTo(6);
    }
  }

  @Test
  void theExamplesOfPoliciesAndScenariosAreAccepted() throws IOException {
    try (Sandbox sandbox = Sandbox.start(Map.of())) {
      Market market = new Market(sandbox.url());
      List<String> examples = blocks(JSON);
      assertThat(examples).hasSize(2);
      assertThat(market.control("PUT", "/people", examples.get(0)).status()).isEqualTo(200);
      assertThat(market.control("POST", "/scenario", examples.get(1)).status()).isEqualTo(200);
      assertThat(market.as("ot_pat_meadow").get("/contracts").size("contracts")).isEqualTo(1);
    }
  }

  @Test
  void everyKindOfFaultIsInTheDocument() throws IOException {
    String document = document();
    for (Fault.Kind kind : Fault.Kind.values()) {
      assertThat(document).contains("`" + kind.word() + "`");
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
    String wrong = Files.readString(errors);
    assertThat(ended).as(wrong).isTrue();
    assertThat(process.exitValue()).as(wrong + Files.readString(output)).isZero();
    return Files.readAllLines(output);
  }

  private static List<String> blocks(Pattern pattern) throws IOException {
    return pattern
        .matcher(document())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("../docs/sandbox.md"));
  }
}
