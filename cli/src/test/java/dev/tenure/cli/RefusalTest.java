package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said and ended with where a command is not carried out. */
class RefusalTest extends AtAFront {

  @Test
  void aRefusalIsToldAsSentencesWithWhatIsOpenInstead() {
    front.tell(
        "POST /v1/hires/hir_1/milestones/m2/release",
        409,
        """
        {"status":409,"code":"not_allowed","detail":"m2 is not funded.",
         "instance":"/v1/hires/hir_1/milestones/m2/release",
         "allowedActions":[{"action":"release","milestone":"m1"}]}
        """);
    assertThat(run("release", "hir_1", "m2")).isEqualTo(ExitCode.NOT_ALLOWED);
    assertThat(out).isEmpty();
    assertThat(err).contains("m2 is not funded.", "tenure release hir_1 m1");
  }

  @Test
  void everythingThatIsWrongIsNamedWithItsPlace() {
    front.tell(
        "POST /v1/hires",
        422,
        """
        {"status":422,"code":"invalid_request","detail":"2 things are wrong with the request; see errors.",
         "errors":[{"pointer":"/proposalId","detail":"is required"},
          {"pointer":"/milestones/0/amount/amount","detail":"USD has two decimals."}]}
        """);
    assertThat(run("hire", "--proposal", "p", "--milestone", "a=1.234"))
        .isEqualTo(ExitCode.INVALID);
    assertThat(err)
        .contains("--proposal: is required", "--milestone a=1.234: USD has two decimals.")
        .doesNotContain("/milestones");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "change hir_1 --first-amount 1.234|PATCH /v1/hires/hir_1|/firstMilestone/amount/amount|--first-amount",
        "change hir_1 --cap 1.234|PATCH /v1/hires/hir_1|/budget/cap/amount|--cap",
        "change hir_1 --policy end=x|PATCH /v1/hires/hir_1|/policies/end|--policy",
        "add hir_1 a=1.234|POST /v1/hires/hir_1/milestones|/amount/amount|NAME=AMOUNT",
        "add hir_1 a=1 --after m9|POST /v1/hires/hir_1/milestones|/fund/after|--after",
        "keys create ci --scope x|POST /v1/api-keys|/scopes/0|--scope",
        "hire --proposal p --milestone a=1|POST /v1/hires|/account|/account"
      })
  void whatIsWrongIsNamedAsItWasTyped(String line, String asked, String pointer, String told) {
    front.tell(
        asked,
        422,
        "{\"status\":422,\"code\":\"c\",\"detail\":\"It is wrong.\",\"errors\":[{\"pointer\":\"%s\",\"detail\":\"is odd\"}]}"
            .formatted(pointer));
    assertThat(runLine(line)).isEqualTo(ExitCode.INVALID);
    assertThat(err.lines()).contains(told + ": is odd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hire FILE|POST /v1/hires",
        "hire FILE --plan|POST /v1/hire-plans",
        "change hir_1 FILE|PATCH /v1/hires/hir_1"
      })
  void whatIsWrongWithAFileIsNamedByItsPlaceInTheFile(
      String line, String asked, @TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("request.json"), "{}").toString();
    front.tell(
        asked,
        422,
        """
        {"status":422,"code":"invalid_request","detail":"3 things are wrong; see errors.","errors":[
          {"pointer":"/milestones/0/amount/amount","detail":"USD has two decimals."},
          {"pointer":"/account","detail":"There is no account of that name here."},
          {"pointer":"/file","detail":"There is no field file here."}]}
        """);
    assertThat(runLine(line.replace("FILE", file))).isEqualTo(ExitCode.INVALID);
    assertThat(err.lines())
        .contains(
            "/milestones/0/amount/amount: USD has two decimals.",
            "/account: There is no account of that name here.",
            "/file: There is no field file here.");
  }

  @Test
  void aCommandThatMayStillBeCarriedOutNamesItsKeyOnceAndAsItIsTyped() {
    front.tell(
        "POST /v1/hires/hir_1/pause",
        503,
        "{\"status\":503,\"code\":\"worker_unavailable\",\"detail\":\"No worker took it. Repeat it with the header Idempotency-Key: k1.\"}");
    assertThat(runLine("pause hir_1 --idempotency-key k1")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err.lines())
        .containsExactly("No worker took it. Repeat it with --idempotency-key k1.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/milestones/0/amount/amount|USD has two decimals.|/milestones/0/amount/amount: USD has two decimals.",
        "status|status must be one of: active.|status must be one of: active."
      })
  void whatIsWrongIsToldOnceWithItsPlace(String pointer, String detail, String told) {
    front.tell(
        "GET /v1/hires",
        400,
        "{\"status\":400,\"code\":\"c\",\"detail\":\"%2$s\",\"errors\":[{\"pointer\":\"%1$s\",\"detail\":\"%2$s\"}]}"
            .formatted(pointer, detail));
    assertThat(run("hires")).isEqualTo(ExitCode.INVALID);
    assertThat(err.lines()).containsExactly(told);
  }

  @ParameterizedTest
  @CsvSource({"400,6", "401,7", "403,7", "404,5", "409,4", "412,4", "422,6", "500,1", "503,3"})
  void theExitCodeTellsWhatKindOfRefusalItWas(int status, int exit) {
    var problem = "{\"status\":" + status + ",\"code\":\"c\",\"detail\":\"No.\"}";
    front.tell("GET /v1/hires", status, problem);
    assertThat(run("hires")).isEqualTo(exit);
    assertThat(err).contains("No.");
    assertThat(run("hires", "--json")).isEqualTo(exit);
    assertThat(err.strip()).isEqualTo(problem);
  }

  @Test
  void aCommandThatNobodyTookUpNamesTheKeyToRepeatItWith() {
    front.tell(
        "POST /v1/hires/hir_1/end",
        503,
        "{\"status\":503,\"code\":\"worker_unavailable\",\"detail\":\"No worker took it.\"}");
    assertThat(run("end", "hir_1", "--yes")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("--idempotency-key " + front.last().key(), "No worker took it.");
  }

  @Test
  void whereNobodyOrSomebodyElseAnswersTheRemedyIsNamed() {
    front.tell("GET /v1/hires", 200, "<html>");
    assertThat(run("hires")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("is not Tenure's front");
    assertThat(runAt(FreePorts.NOBODY, "hires")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("Cannot reach " + FreePorts.NOBODY, "tenure up", "TENURE_URL");
  }

  @Test
  void aKeyThatNoHeaderCanHoldIsRefusedInsteadOfSentAsSomethingElse() {
    assertThat(run("pause", "hir_1", "--idempotency-key", "schl\u00fcssel"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("Idempotency-Key can hold nothing but printable ASCII");
    assertThat(front.asked()).noneMatch(asked -> asked.line().startsWith("POST"));
  }

  @Test
  void aWrongCommandLineIsRefusedBeforeAnythingIsSent() {
    assertThat(run("hire", "--proposal", "p")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("--milestone");
    assertThat(run("hire", "--proposal", "p", "--milestone", "no amount"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("NAME=AMOUNT");
    assertThat(run("release", "hir_1")).isEqualTo(ExitCode.USAGE);
    assertThat(run("hire", "/nowhere.json")).isEqualTo(ExitCode.USAGE);
    assertThat(err).isEqualToIgnoringNewLines("The file /nowhere.json does not exist");
    assertThat(run("hire", "prp_2")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("If it is a proposal: --proposal prp_2");
    assertThat(front.asked()).isEmpty();
  }
}
