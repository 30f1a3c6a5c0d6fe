package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.workflows.hire.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs the lines of docs/http.md. */
@ExtendWith(StackExtension.class)
class GuideTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
  private static final Pattern PROMISE = Pattern.compile("(?m)^# answers (.*)$");
  private static final Pattern STATUS = Pattern.compile("(?m)^status=(\\d+)$");
  private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| [45]\\S\\S \\|([^|]*)\\|");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:notFound|conflict|unavailable|unanswered|HttpStatus\\.\\w+,|\\bproblem\\(\\s*status,)"
              + "\\(?\\s*\"([a-z_]+)\"");

  // Every call tells its status beside its answer.
  private static final String TELLING =
      """
      set -eu -o pipefail
      curl() { command curl -w '%{stderr}status=%{http_code}\\n%{stdout}' "$@"; }
      """;

  @Test
  void everyLineOfTheGuideRunsAndAnswersAsItPromises(Http http, @TempDir Path folder)
      throws IOException, InterruptedException {
    String guide = guide();
    List<String> promises = all(PROMISE, guide);
    List<String> statuses = all(STATUS, run(http, folder, script(guide)));
    assertThat(promises).hasSizeGreaterThan(15);
    assertThat(statuses).hasSameSizeAs(promises);
    for (int i = 0; i < promises.size(); i++) {
      assertThat(promises.get(i).split(" or |, ")).as("call %d", i + 1).contains(statuses.get(i));
    }
  }

  @Test
  void everyCallOfTheGuidePromisesAStatus() throws IOException {
    String script = script(guide());
    assertThat(all(Pattern.compile("(curl) -"), script)).hasSameSizeAs(all(PROMISE, script));
  }

  @Test
  void everyProblemThatTheCodeCanNameIsInTheGuideAndNoOther() throws IOException {
    Set<String> told = new TreeSet<>();
    all(ROW, guide()).forEach(codes -> told.addAll(all(CODE, codes)));
    assertThat(told).hasSizeGreaterThan(20).isEqualTo(named());
  }

  /** The codes of all problems, as they stand in the source. Pages say theirs in words. */
  private static Set<String> named() throws IOException {
    Set<String> codes =
        new TreeSet<>(
            Set.of(
                Refusal.VERSION_CONFLICT,
                Refusal.TYPE,
                Rejection.TERMS_CHANGED,
                Rejection.SELF_APPROVAL));
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(GuideTest::answersJson).toList()) {
        codes.addAll(all(NAMED, Files.readString(file)));
      }
    }
    return codes;
  }

  private static boolean answersJson(Path source) {
    String name = source.toString();
    return name.endsWith(".java") && !name.contains("/api/pages/");
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("../docs/http.md"));
  }

  private static String script(String guide) {
    return String.join("\n", all(BLOCK, guide));
  }

  private static String run(Http http, Path folder, String script)
      throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    var builder = new ProcessBuilder("bash", "-c", TELLING + script);
    builder.environment().put("TENURE", http.base());
    builder.redirectOutput(folder.resolve("output").toFile()).redirectError(errors.toFile());
    Process process = builder.start();
    boolean ended = process.waitFor(90, TimeUnit.SECONDS);
    String told = Files.readString(errors);
    assertThat(ended).as(told).isTrue();
    assertThat(process.exitValue()).as(told).isZero();
    return told;
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
