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

/** Commands to a hire under way. */
class HireCommandsTest extends AtAFront {

  @ParameterizedTest
  @CsvSource({
    "release hir_1 m1,POST /v1/hires/hir_1/milestones/m1/release",
    "fund hir_1 m2,POST /v1/hires/hir_1/milestones/m2/fund",
    "dispute hir_1 m1,POST /v1/hires/hir_1/milestones/m1/dispute",
    "drop hir_1 m2,DELETE /v1/hires/hir_1/milestones/m2",
    "pause hir_1,POST /v1/hires/hir_1/pause",
    "resume hir_1,POST /v1/hires/hir_1/resume",
    "cancel hir_1 --yes,POST /v1/hires/hir_1/cancel",
    "end hir_1 -y,POST /v1/hires/hir_1/end"
  })
  void everyCommandIsSentWithAKeyOfItsOwnAndAnswersWithTheHire(String line, String asked) {
    front.tell(asked, 200, HIRE);
    assertThat(run(line.split(" "))).isZero();
    assertThat(front.last().line()).isEqualTo(asked);
    assertThat(front.last().key()).startsWith("cli-");
    assertThat(out).contains("REQ-118", "MILESTONE");
    run((line + " --idempotency-key k1").split(" "));
    assertThat(front.last().key()).isEqualTo("k1");
  }

  @Test
  void aMilestoneThatIsNotDeliveredIsReleasedAfterAWarningOnly() {
    var funded = HIRE.replace("awaiting_funding", "funded");
    front.tell("GET /v1/hires/hir_1", 200, funded);
    front.tell("POST /v1/hires/hir_1/milestones/m2/release", 200, funded);
    assertThat(runLine("release hir_1 m2")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("m2, which is not delivered", "--yes");
    assertThat(front.asked()).noneMatch(asked -> asked.line().startsWith("POST"));
    assertThat(runLine("release hir_1 m2 --yes")).as(err).isZero();
    assertThat(front.last().line()).isEqualTo("POST /v1/hires/hir_1/milestones/m2/release");
  }

  @Test
  void anIncidentIsAnsweredAndAMilestoneAddedWithTheirBodies() {
    front.tell("POST /v1/hires/hir_1/incidents/inc_1/resolve", 200, HIRE);
    front.tell("POST /v1/hires/hir_1/milestones", 201, HIRE);
    assertThat(run("resolve", "hir_1", "inc_1", "adopt", "--marketplace-id", "mst_9")).isZero();
    assertThat(front.last().body()).isEqualTo("{\"action\":\"adopt\",\"marketplaceId\":\"mst_9\"}");
    assertThat(run("add", "hir_1", "Batch 4=$1,300.50", "--after", "m2", "--due", "2027-01-31"))
        .isZero();
    assertThat(front.last().body())
        .isEqualTo(
            "{\"name\":\"Batch 4\",\"description\":\"Batch 4\","
                + "\"amount\":{\"amount\":\"1300.50\",\"currency\":\"USD\"},"
                + "\"dueDate\":\"2027-01-31\",\"fund\":{\"when\":\"after_paid\",\"after\":\"m2\"}}");
  }

  @Test
  void anIncidentIsAnsweredWithAnAbortAfterAYesOnly() {
    front.tell("POST /v1/hires/hir_1/incidents/inc_1/resolve", 200, HIRE);
    assertThat(runLine("resolve hir_1 inc_1 abort")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("Give this hire up?", "--yes");
    assertThat(front.asked()).noneMatch(asked -> asked.line().startsWith("POST"));
    assertThat(runLine("resolve hir_1 inc_1 abort --yes")).as(err).isZero();
    assertThat(front.last().body()).isEqualTo("{\"action\":\"abort\"}");
    assertThat(runLine("resolve hir_1 inc_1 retry")).as(err).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add hir_1 Night=300 --after m1 --fund on_request | Give one of --after and --fund",
        "change hir_1 --label a=1 --no-label a | not both",
        "change hir_1 --label a=1 --label a=2 | --label names a key twice: a=1, a=2",
        "change hir_1 --policy end=on_request --policy end= | --policy names a key twice",
        "hire --proposal prp_1 --milestone a=1 --label x=1 --label x=1 | --label names a key twice",
        "hires --label team=a --label team=b | --label names a key twice"
      })
  void whatSaysTwoThingsAtOnceIsRefusedInsteadOfTakenInPart(String line, String words) {
    assertThat(runLine(line)).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains(words);
    assertThat(front.asked()).noneMatch(asked -> !asked.line().startsWith("GET"));
  }

  @Test
  void aCommandWhoseAnswerIsLostNamesItsKeyAndOneThatNeverArrivedDoesNot() {
    front.cutOff("POST /v1/hires/hir_1/milestones");
    assertThat(run("add", "hir_1", "Batch 4=300")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("--idempotency-key " + front.last().key());
    assertThat(runAt(FreePorts.NOBODY, "end", "hir_1", "--yes")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).doesNotContain("--idempotency-key");
  }

  @ParameterizedTest
  @CsvSource({"cancel,Cancel this hire?", "end,End this contract?"})
  void whatCannotBeTakenBackIsNotDoneWhereNobodyCanBeAsked(String command, String question) {
    front.tell("POST /v1/hires/hir_1/" + command, 200, HIRE);
    assertThat(run(command, "hir_1")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains(question, "--yes");
    assertThat(front.asked()).noneMatch(asked -> asked.line().startsWith("POST"));
  }

  @Test
  void aHireIsChangedByFlagsOnlyInWhatTheyName() {
    front.tell("PATCH /v1/hires/hir_1", 200, HIRE);
    assertThat(
            runLine(
                "change hir_1 --cap 1,200.00 --no-ref --label batch=7 --no-label team"
                    + " --policy end=on_request --policy onDeclined.reRequest=2 --policy release="
                    + " --first-amount $500 --first-due 2027-01-31"))
        .isZero();
    assertThat(front.last().body())
        .isEqualTo(
            "{\"budget\":{\"cap\":{\"amount\":\"1200.00\",\"currency\":\"USD\"}},"
                + "\"externalRef\":null,\"labels\":{\"batch\":\"7\",\"team\":null},"
                + "\"policies\":{\"end\":\"on_request\",\"onDeclined\":{\"reRequest\":2},"
                + "\"release\":null},\"firstMilestone\":{\"amount\":{\"amount\":\"500\","
                + "\"currency\":\"USD\"},\"dueDate\":\"2027-01-31\"}}");
    assertThat(front.last().key()).startsWith("cli-");
    assertThat(out).contains("The hire is changed.", "REQ-118");
    assertThat(runLine("change hir_1 --no-cap")).isZero();
    assertThat(front.last().body()).isEqualTo("{\"budget\":{\"cap\":null}}");
  }

  @Test
  void aChangeMayComeFromAFileAndHoldOnlyForTheStateThatWasSeen(@TempDir Path folder)
      throws IOException {
    front.tell("PATCH /v1/hires/hir_1", 412, "{\"status\":412,\"code\":\"c\",\"detail\":\"No.\"}");
    var file = Files.writeString(folder.resolve("change.json"), "{\"externalRef\":\"REQ-9\"}");
    assertThat(runLine("change hir_1 " + file + " --if-match v7-3f1b"))
        .isEqualTo(ExitCode.NOT_ALLOWED);
    assertThat(front.last().body()).isEqualTo("{\"externalRef\":\"REQ-9\"}");
    assertThat(front.last().ifMatch()).isEqualTo("\"v7-3f1b\"");
  }

  @Test
  void aChangeOfNothingOrInTwoWaysIsRefusedBeforeAnythingIsSent() {
    assertThat(runLine("change hir_1")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("tenure change hir_1 --cap 1200");
    assertThat(runLine("change hir_1 --cap 5 --no-cap")).isEqualTo(ExitCode.USAGE);
    assertThat(runLine("change hir_1 change.json --cap 5")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("not both");
    assertThat(front.asked()).isEmpty();
  }

  private static final String ON_OPEN_CONTRACT =
      HIRE.replace("\"id\":\"hir_1\"", "\"id\":\"hir_2\",\"openContract\":{\"worker\":null}");

  @Test
  void aHireOnOpenContractIsChangedInWhatIsNotCreatedYet() {
    front
        .tell("GET /v1/hires/hir_2", 200, ON_OPEN_CONTRACT)
        .tell("PATCH /v1/hires/hir_2", 200, HIRE)
        .tell("PATCH /v1/hires/hir_2/milestones/m2", 200, HIRE)
        .tell("POST /v1/hires/hir_2/milestones", 201, HIRE);
    assertThat(runLine("change hir_2 --cap 12 --tender --criterion compiles --review-within 2d"))
        .as(err)
        .isZero();
    assertThat(front.last().body())
        .isEqualTo(
            "{\"budget\":{\"cap\":{\"amount\":\"12\",\"currency\":\"USDC\"}},"
                + "\"openContract\":{\"worker\":null},\"firstMilestone\":{\"openContract\":{"
                + "\"acceptanceCriteria\":[\"compiles\"],\"reviewWithin\":\"P2D\"}}}");
    assertThat(runLine("change hir_2 --milestone m2 --materials ipfs://x")).as(err).isZero();
    assertThat(front.last().line()).isEqualTo("PATCH /v1/hires/hir_2/milestones/m2");
    assertThat(front.last().body())
        .isEqualTo("{\"openContract\":{\"supplementaryMaterials\":\"ipfs://x\"}}");
    assertThat(runLine("add hir_2 Manual=3 --criterion complete")).as(err).isZero();
    assertThat(front.last().body())
        .contains("\"USDC\"", "\"openContract\":{\"acceptanceCriteria\":[\"complete\"]}");
    assertThat(runLine("add hir_2 Manual=3 --criterion m3=x")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("m3, and this is about the new one", "--criterion \"=m3=x\"");
    assertThat(runLine("add hir_2 Manual=3 --criterion =m3=x")).isZero();
    assertThat(front.last().body()).contains("\"acceptanceCriteria\":[\"m3=x\"]");
    assertThat(runLine("add hir_2 Manual=3 --criterion =5")).isZero();
    assertThat(front.last().body()).contains("\"acceptanceCriteria\":[\"=5\"]");
    assertThat(runLine("add hir_2 Manual=3 --key size --criterion size=A4")).isZero();
    assertThat(front.last().body()).contains("\"acceptanceCriteria\":[\"size=A4\"]");
    assertThat(runLine("add hir_2 Manual=3 --key size --criterion size=m9=x")).isZero();
    assertThat(front.last().body()).contains("\"acceptanceCriteria\":[\"m9=x\"]");
    assertThat(runLine("change hir_2 --milestone m2 --criterion m1=x")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("is for the milestone m1, and this is about m2");
    assertThat(runLine("change hir_2 --criterion m1=x")).isZero();
    assertThat(front.last().body()).contains("\"acceptanceCriteria\":[\"x\"]");
  }

  @Test
  void whatOnlyOpenContractKnowsIsRefusedByNameForAHireOnOpenTrain() {
    assertThat(runLine("change hir_1 --worker 0xaa --materials x")).isEqualTo(ExitCode.USAGE);
    assertThat(err)
        .contains(
            "--worker, --materials are for OpenContract, and this hire is one of OpenTrain: leave"
                + " them out");
    assertThat(runLine("add hir_1 a=1 --criterion x")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("--criterion is for OpenContract");
    assertThat(runLine("change hir_1 --milestone m2 --cap 5")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("--milestone changes that milestone alone");
    assertThat(front.asked()).noneMatch(asked -> !asked.line().startsWith("GET"));
  }
}
