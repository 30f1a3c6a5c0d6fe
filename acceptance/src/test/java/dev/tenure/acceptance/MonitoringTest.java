package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The alert rules and the dashboard ask for nothing that the running roles do not tell. */
@ExtendWith(SharedStack.class)
@SuppressWarnings("NullAway.Init")
class MonitoringTest {
  private static final Path FOLDER =
      Path.of(System.getenv("TENURE_ROOT")).resolve("dist/monitoring").normalize();

  private static final Pattern METRIC = Pattern.compile("\\btenure_[a-z_]+");
  private static final Pattern LABEL =
      Pattern.compile("(?<=[{,]\\s?)([a-z]+)(?=\\s*(?:=|!=|=~|!~)\")");
  private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");

  private static final Duration REFRESHED = Duration.ofMinutes(2);

  private static Stack stack;

  @BeforeAll
  static void oneHireIsOver(Stack shared) {
    stack = shared;
    Marketplace market = new Marketplace(stack);
    market.approvalWindow(72 * 3_600_000L);
    market.peopleAct(200);
    Hire.begin(stack, market.freshProposal()).awaitStatus("ended");
  }

  @Test
  void everyMetricOfTheAlertRulesIsTold() throws IOException {
    List<String> expressions = alerts().stream().map(rule -> rule.path("expr").asText()).toList();
    assertThat(expressions).isNotEmpty();
    assertTold(expressions);
  }

  @Test
  void everyAlertSaysHowBadItIsAndWhatToDo() throws IOException {
    assertThat(alerts())
        .allSatisfy(
            rule -> {
              assertThat(rule.path("labels").path("severity").asText()).matches("warning|critical");
              assertThat(rule.path("annotations").toString()).contains("summary", "description");
            });
    String manual = Files.readString(FOLDER.resolve("../../docs/operations.md").normalize());
    assertThat(alerts())
        .allSatisfy(rule -> assertThat(manual).contains("`" + rule.path("alert").asText() + "`"));
  }

  @Test
  void everyMetricOfTheDashboardIsTold() throws IOException {
    JsonNode dashboard = Json.parse(Files.readString(FOLDER.resolve("dashboard.json")));
    List<String> expressions = dashboard.findValuesAsText("expr");
    assertThat(expressions).hasSizeGreaterThanOrEqualTo(dashboard.get("panels").size());
    assertTold(expressions);
  }

  @Test
  void everyMetricOfOursStandsInTheManual() throws IOException {
    String manual = Files.readString(FOLDER.resolve("../../docs/operations.md").normalize());
    assertThat(families(scrape()))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(manual).contains(name));
  }

  private static void assertTold(List<String> expressions) {
    Set<String> wanted = matches(METRIC, expressions);
    assertThat(wanted).isNotEmpty();
    Await.until(
        "every metric is told; of " + wanted,
        REFRESHED,
        () -> series(scrape()).containsAll(wanted) ? Optional.of(true) : Optional.empty());
    Set<String> labels = matches(LABEL, expressions);
    expressions.forEach(
        text ->
            GROUPED
                .matcher(text)
                .results()
                .flatMap(by -> List.of(by.group(1).split(",\\s*")).stream())
                .forEach(labels::add));
    assertThat(matches(LABEL, scrape())).containsAll(labels);
  }

  private static Set<String> matches(Pattern pattern, List<String> texts) {
    return texts.stream()
        .flatMap(text -> pattern.matcher(text).results())
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lines of both roles. */
  private static List<String> scrape() {
    return (Json.text(stack.api() + "/prometheus") + Json.text(stack.worker() + "/prometheus"))
        .lines()
        .toList();
  }

  private static Set<String> series(List<String> scrape) {
    return scrape.stream()
        .filter(line -> line.startsWith("tenure_"))
        .map(line -> line.replaceFirst("[ {].*", ""))
        .collect(Collectors.toSet());
  }

  /** Without what a histogram adds to its name. */
  private static Set<String> families(List<String> scrape) {
    return series(scrape).stream()
        .map(name -> name.replaceFirst("_(bucket|count|sum|max)$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<JsonNode> alerts() throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Object file = yaml.load(Files.readString(FOLDER.resolve("alerts.yml")));
    return new ObjectMapper().<JsonNode>valueToTree(file).findValue("rules").valueStream().toList();
  }
}
