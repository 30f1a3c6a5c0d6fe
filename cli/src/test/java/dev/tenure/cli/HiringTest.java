package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The beginning of a hire, and its plan. */
class HiringTest extends AtAFront {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void aHireIsMadeOfFlagsOrOfAFileAndSaysWhetherItIsNew() throws IOException {
    front.tell("POST /v1/hires", 201, HIRE);
    var flags =
        "hire --proposal prp_1 --cap 1000 --ref REQ-118 --label team=vision --wait --milestone";
    var arguments = new ArrayList<>(List.of(flags.split(" ")));
    arguments.add("Batch 1=450.00");
    assertThat(run(arguments.toArray(String[]::new))).isZero();
    assertThat(front.last().body())
        .isEqualTo(
            "{\"proposalId\":\"prp_1\",\"externalRef\":\"REQ-118\",\"labels\":{\"team\":\"vision\"},"
                + "\"milestones\":[{\"name\":\"Batch 1\",\"description\":\"Batch 1\","
                + "\"amount\":{\"amount\":\"450.00\",\"currency\":\"USD\"}}],"
                + "\"budget\":{\"cap\":{\"amount\":\"1000\",\"currency\":\"USD\"}}}");
    assertThat(out).contains("is recorded", "tenure watch hir_1");
    front.tell("POST /v1/hires", 200, HIRE);
    var file = Files.writeString(folder.resolve("hire.json"), "{\"proposalId\":\"prp_2\"}");
    assertThat(run("hire", file.toString())).isZero();
    assertThat(front.last().body()).isEqualTo("{\"proposalId\":\"prp_2\"}");
    assertThat(out).contains("asked for before");
  }

  @Test
  void aPlanIsShownWithItsPriceStepsAndChecksAndStartsNothing() {
    front.tell(
        "POST /v1/hire-plans",
        200,
        """
        {"milestones":[{"key":"m1","name":"Batch 1","amount":{"amount":"450.00","currency":"USD"},
          "fees":{"estimated":{"amount":"54.95","currency":"USD"}},
          "total":{"amount":"504.95","currency":"USD"}}],
         "price":{"total":{"amount":"504.95","currency":"USD"},
          "feesEstimated":{"amount":"54.95","currency":"USD"},
          "worstCase":{"amount":"504.95","currency":"USD"},"cap":null,"headroom":null},
         "approvals":2,"steps":[{"number":1,"who":"person","words":"Confirm the hire"}],
         "preflight":{"status":"red","checks":[{"name":"claimed","status":"red",
          "words":"Nobody has claimed it","fix":"Claim it","link":"https://market.example/claim"}]}}
        """);
    assertThat(run("hire", "--plan", "--proposal", "prp_1", "--milestone", "Batch 1=450"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(front.asked()).noneMatch(asked -> asked.line().equals("POST /v1/hires"));
    assertThat(out)
        .contains("$504.95", "no cap", "with 2 approvals by a person", "Confirm the hire")
        .contains(
            "Could it begin now? red", "Nobody has claimed it", "https://market.example/claim")
        .contains("Nothing was started.");
  }

  static Stream<byte[]> filesThatOnlyTheFrontCanJudge() {
    return Stream.of(
        "\ufeff{\"proposalId\":\"prp_2\"}".getBytes(StandardCharsets.UTF_8),
        "{\"proposalId\":\"prp_2\"}".getBytes(StandardCharsets.UTF_16),
        "{\"proposalId\":\"gr\u00f6\u00dfer\"}".getBytes(StandardCharsets.ISO_8859_1),
        "{\"proposalId\":\"prp_2\"} {\"proposalId\":\"prp_3\"}".getBytes(StandardCharsets.UTF_8),
        "{\"proposalId\":\"prp_2\",\"proposalId\":\"prp_3\"}".getBytes(StandardCharsets.UTF_8),
        "{ \"cap\": 1e3 }\n\n".getBytes(StandardCharsets.UTF_8),
        "{\"proposalId\":".getBytes(StandardCharsets.UTF_8),
        new byte[0]);
  }

  @ParameterizedTest
  @MethodSource("filesThatOnlyTheFrontCanJudge")
  void aFileIsSentAsTheBytesThatItIs(byte[] written) throws IOException {
    front.tell("POST /v1/hires", 201, HIRE);
    front.tell("POST /v1/hire-plans", 400, "{\"status\":400,\"detail\":\"No.\"}");
    front.tell("PATCH /v1/hires/hir_1", 200, HIRE);
    var file = Files.write(folder.resolve("hire.json"), written).toString();
    assertThat(run("hire", file)).as(err).isZero();
    assertThat(front.lastBody()).isEqualTo(written);
    assertThat(run("hire", file, "--plan")).isEqualTo(ExitCode.INVALID);
    assertThat(front.lastBody()).isEqualTo(written);
    assertThat(run("change", "hir_1", file)).as(err).isZero();
    assertThat(front.lastBody()).isEqualTo(written);
  }

  @Test
  void aValueThatLooksLikeTheNameOfAFileIsSentAsTyped() throws IOException {
    front.tell("POST /v1/hires", 201, HIRE);
    var file = Files.writeString(folder.resolve("words"), "other words").toString();
    assertThat(run("hire", "--proposal", "p", "--milestone", "a=1", "--ref", "@" + file)).isZero();
    assertThat(front.last().body()).contains("\"externalRef\":\"@" + file + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"450,00", "1,00", "1,0000.00", "450.", "4 50", "-450", "450 EUR", "1.000,00"})
  void anAmountThatCouldMeanAnotherSumIsRefusedBeforeAnythingIsSent(String typed) {
    assertThat(run("hire", "--proposal", "p", "--milestone", "Batch 1=" + typed))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("is no amount of money; write 450.00");
    assertThat(run("hire", "--proposal", "p", "--milestone", "a=1", "--cap", typed))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("add", "hir_1", "Batch 4=" + typed)).isEqualTo(ExitCode.USAGE);
    assertThat(front.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--account|second",
        "--ref|REQ-1",
        "--label|a=b",
        "--cap|5",
        "--proposal|p",
        "--worker|0x1"
      })
  void besideAFileNoFlagIsSilentlyDropped(String flag, String value) {
    assertThat(run("hire", "hire.json", flag, value)).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("as a file or as flags, not both");
    assertThat(front.asked()).isEmpty();
  }

  private static final String ACCOUNTS =
      """
      {"items":[{"id":"default","marketplace":"opentrain"},
                {"id":"agent","marketplace":"opencontract"}]}
      """;

  @Test
  void aHireOnOpenContractIsMadeOfFlagsInItsCurrency() {
    front.tell("GET /v1/accounts", 200, ACCOUNTS).tell("POST /v1/hires", 201, HIRE);
    assertThat(
            run(
                "hire",
                "--account",
                "agent",
                "--ref",
                "REQ-1",
                "--worker",
                "0xaa",
                "--next-worker",
                "0xbb",
                "--on-worker-lost",
                "next_worker",
                "--self-approval",
                "forbid",
                "--milestone",
                "Parser=50",
                "--milestone",
                "Manual=30.000001",
                "--criterion",
                "It is complete",
                "--criterion",
                "m1=It compiles",
                "--match-within",
                "12h",
                "--deliver-within",
                "P7D",
                "--verification",
                "privacy-preserving",
                "--cap",
                "100"))
        .as(err)
        .isZero();
    var window =
        "\"matchWithin\":\"PT12H\",\"deliverWithin\":\"P7D\","
            + "\"verificationMode\":\"privacy-preserving\"}}";
    assertThat(front.last().body())
        .isEqualTo(
            "{\"account\":\"agent\",\"externalRef\":\"REQ-1\",\"milestones\":["
                + "{\"name\":\"Parser\",\"description\":\"Parser\","
                + "\"amount\":{\"amount\":\"50\",\"currency\":\"USDC\"},\"openContract\":{"
                + "\"acceptanceCriteria\":[\"It is complete\",\"It compiles\"],"
                + window
                + ",{\"name\":\"Manual\",\"description\":\"Manual\","
                + "\"amount\":{\"amount\":\"30.000001\",\"currency\":\"USDC\"},\"openContract\":{"
                + "\"acceptanceCriteria\":[\"It is complete\"],"
                + window
                + "],\"budget\":{\"cap\":{\"amount\":\"100\",\"currency\":\"USDC\"}},"
                + "\"openContract\":{\"worker\":\"0xaa\",\"nextWorkers\":[\"0xbb\"],"
                + "\"onWorkerLost\":\"next_worker\"},\"policies\":{\"selfApproval\":\"forbid\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--proposal p --worker 0xaa|--worker is for OpenContract, and the account default is one of"
            + " OpenTrain: leave it out, or name an --account of OpenContract",
        "--proposal p --tender --criterion x|--tender, --criterion are for OpenContract",
        "--account agent --proposal p|--proposal is for OpenTrain, and the account agent is one of"
            + " OpenContract: leave it out, and give --ref"
      })
  void aFlagOfTheOtherMarketplaceIsRefusedByName(String flags, String words) {
    front.tell("GET /v1/accounts", 200, ACCOUNTS);
    assertThat(runLine("hire --milestone a=1 " + flags)).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains(words);
    assertThat(front.asked()).noneMatch(asked -> asked.line().startsWith("POST"));
  }

  @Test
  void whereNobodyTellsOfTheAccountTheFlagsSayWhatIsMeant() {
    front.tell("POST /v1/hires", 201, HIRE);
    assertThat(runLine("hire --tender --ref R --milestone a=1 --criterion x")).as(err).isZero();
    assertThat(front.last().body()).contains("USDC").doesNotContain("worker");
    assertThat(runLine("hire --proposal p --milestone a=1")).as(err).isZero();
    assertThat(front.last().body()).contains("\"USD\"");
  }

  @Test
  void anAwardAndATenderAtOnceOrATimeThatIsNoneIsRefused() {
    assertThat(runLine("hire --tender --worker 0xaa --ref R --milestone a=1 --criterion x"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("not both");
    assertThat(runLine("hire --tender --ref R --milestone a=1 --criterion x --match-within 3x"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("is no length of time; write 3d, 12h, 30m or P3DT12H");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m9=foo|m9, and this is about m1, m2. If the text itself begins so, write: --criterion \"m1=m9=foo\"",
        "m0=|m0, and this is about m1, m2."
      })
  void aCriterionOfAMilestoneThatIsNotThereIsRefusedByName(String criterion, String told) {
    front.tell("POST /v1/hires", 201, HIRE);
    var line = "hire --tender --ref R --milestone a=1 --milestone b=1 --criterion " + criterion;
    assertThat(runLine(line)).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("--criterion \"" + criterion + "\" is for the milestone " + told);
    assertThat(front.asked()).noneMatch(asked -> asked.line().startsWith("POST"));
  }

  @ParameterizedTest
  @CsvSource({"m1=m9=foo,m9=foo", "x=y,x=y", "mAP=0.5,mAP=0.5", "m1=m1=1,m1=1"})
  void aCriterionMayHoldAnEqualsSign(String typed, String sent) {
    front.tell("POST /v1/hires", 201, HIRE);
    assertThat(runLine("hire --tender --ref R --milestone a=1 --criterion " + typed)).isZero();
    assertThat(front.last().body()).contains("\"acceptanceCriteria\":[\"" + sent + "\"]");
  }

  @Test
  void theHelpSaysWhichFlagsAreForOpenContract() {
    assertThat(runAlone("hire", "--help")).isZero();
    assertThat(out)
        .contains("--worker", "--tender", "--criterion", "--match-within", "--verification")
        .contains("OpenContract: the Worker to award to");
  }
}
