package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.terminal.Printable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values from outside that a terminal would obey instead of showing them. */
class PrintableTest extends AtAFront {
  /** As JSON: a title for the window, a colour, C1, an override, an isolate, a line, a tag. */
  private static final String EVIL =
      "\\u001b]0;pwn\\u0007\\u001b[31m\u009b2J\u202edrow\u2066x\u2028\\r\\n\\udb40\\udc41";

  private static final String SHOWN =
      "\\u001b]0;pwn\\u0007\\u001b[31m\\u009b2J\\u202edrow\\u2066x\\u2028\\u000d\\u000a\\udb40\\udc41";

  private static final String OBEYED =
      "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]";

  /** What a front answers, with the evil value wherever an E stands. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "GET /v1/approvals",
          "{\"items\":[{\"kind\":\"E\",\"milestone\":\"E\",\"status\":\"E\",\"url\":\"E\"}]}",
          "GET /v1/incidents",
          "{\"items\":[{\"cause\":\"E\",\"milestone\":\"E\",\"detail\":\"E\",\"fixUrl\":\"E\",\"actions\":[\"E\"]}]}",
          "GET /v1/hires/hir_1/ledger",
          "{\"reconciliation\":{\"status\":\"E\",\"lines\":[{\"movement\":\"E\",\"status\":\"E\",\"words\":\"E\"}]},\"booked\":{\"lastError\":\"E\"}}",
          "GET /v1/events",
          "{\"items\":[{\"position\":1,\"at\":\"2026-01-01T00:00:00Z\",\"summary\":\"E\"}]}",
          "POST /v1/hire-plans",
          "{\"milestones\":[{\"key\":\"E\",\"name\":\"E\"}],\"steps\":[{\"who\":\"E\",\"words\":\"E\"}],\"preflight\":{\"status\":\"E\",\"checks\":[{\"status\":\"E\",\"words\":\"E\",\"fix\":\"E\"}]}}",
          "GET /v1/accounts",
          "{\"items\":[{\"id\":\"E\",\"marketplace\":\"E\",\"missingScopes\":[\"E\"],\"trouble\":\"E\"}]}",
          "GET /health/readiness",
          "{\"details\":{\"database\":{\"status\":\"DOWN\",\"details\":{\"words\":\"E\"}}}}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show hir_1",
        "hires",
        "approvals",
        "incidents",
        "events",
        "watch hir_1",
        "ledger hir_1",
        "pause hir_1",
        "hire --plan --proposal p --milestone a=1",
        "doctor"
      })
  void nothingThatATerminalObeysIsPrintedByAnyCommand(String line) throws Exception {
    var evil = EVIL;
    var hire = HIRE.replaceAll("\"(REQ-118|Batch 1|m2|No card on file.|prp_1)\"", quoted(evil));
    front.tell("GET /v1/hires/hir_1", 200, hire.replace("\"active\"", "\"ended\""));
    front.tell("POST /v1/hires/hir_1/pause", 200, hire);
    front.tell("GET /v1/hires", 200, "{\"items\":[" + hire + "]}");
    ANSWERS.forEach((request, answer) -> front.tell(request, 200, answer.replace("E", evil)));
    assertThat(runLine(line)).as(err).isIn(ExitCode.DONE, ExitCode.FAILED);
    assertThat(out).contains(SHOWN).doesNotContainPattern(OBEYED);
    assertThat(err).doesNotContainPattern(OBEYED);
  }

  @ParameterizedTest
  @CsvSource({"409,false", "409,true"})
  void aRefusalIsPrintedAsHarmlessly(int status, boolean json) {
    front.tell(
        "POST /v1/hires/hir_1/end",
        status,
        "{\"status\":409,\"detail\":\"E\",\"errors\":[{\"pointer\":\"E\",\"detail\":\"E\"}]}"
            .replace("E", EVIL));
    assertThat(json ? run("end", "hir_1", "-y", "--json") : run("end", "hir_1", "-y"))
        .isEqualTo(ExitCode.NOT_ALLOWED);
    assertThat(err).contains("\\u202edrow").doesNotContainPattern(OBEYED);
  }

  @Test
  void theJsonThatIsPrintedMeansTheSameAsTheOneThatCame() throws Exception {
    var came = "{\"items\":[{\"id\":\"" + EVIL + "\",\n  \"name\":\"größer \ud83d\ude00\"}]}";
    front.tell("GET /v1/hires", 200, came);
    assertThat(run("hires", "--json")).isZero();
    assertThat(out).doesNotContainPattern(OBEYED).contains("größer \ud83d\ude00");
    JsonNode printed = JsonClient.JSON.readTree(out);
    assertThat(printed).isEqualTo(JsonClient.JSON.readTree(came));
  }

  @Test
  void aCommandLineThatCannotBeReadIsToldAsHarmlessly() {
    assertThat(run("hires", "--\u001b]0;pwn\u0007")).isEqualTo(ExitCode.USAGE);
    assertThat(err)
        .contains("\\u001b]0;pwn\\u0007", "tenure hires --help")
        .doesNotContainPattern(OBEYED);
    assertThat(run("hires", "--stats", "active")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("--stats");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "größer",
        "数",
        "\ud83d\udc68\u200d\ud83d\udc69",
        "\u0645\u06cc\u200c\u062e",
        "e\u0301"
      })
  void whatPeopleWriteStaysAsItIs(String words) {
    assertThat(Printable.text(words)).isEqualTo(words);
  }

  private static String quoted(String evil) {
    return "\"" + evil.replace("\\", "\\\\") + "\"";
  }
}
