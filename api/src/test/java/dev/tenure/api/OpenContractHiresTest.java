package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.Http.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class OpenContractHiresTest {

  private static final String ZERO = "0x" + "0".repeat(40);

  private final Http http;

  OpenContractHiresTest(Stack stack) {
    this.http = stack.http();
  }

  @BeforeEach
  void serve(Stack stack) {
    OpenContractBodies.serve(stack.front());
  }

  @Test
  void aHireIsKnownByItsReferenceAndHasNoProposal() {
    String reference = OpenContractBodies.reference();
    Answer made = http.post("/v1/hires", OpenContractBodies.whole(reference));
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    assertThat(made.json().get("proposalId").isNull()).isTrue();
    assertThat(made.text("/externalRef")).isEqualTo(reference);
    assertThat(made.text("/openContract/worker")).isEqualTo(OpenContractBodies.WORKER);
    assertThat(made.text("/openContract/nextWorkers/0")).isEqualTo(OpenContractBodies.NEXT);
    assertThat(made.text("/openContract/onSilence")).isEqualTo("dispute");
    assertThat(made.text("/openContract/onWorkerLost")).isEqualTo("next_worker");
    assertThat(made.text("/openContract/approvalWindow")).isEqualTo("PT6H");
    assertThat(made.text("/policies/selfApproval")).isEqualTo("allow");
    assertThat(made.text("/money/worstCase/amount")).isEqualTo("80.000000");
    assertThat(made.text("/money/cap/currency")).isEqualTo("USDC");
    assertThat(made.text("/milestones/0/openContract/matchWithin")).isEqualTo("PT12H");
    assertThat(made.json().at("/milestones/0/openContract/workingContract").isNull()).isTrue();
    assertThat(made.json().at("/milestones/1/openContract/matchWithin").isNull()).isTrue();
    assertThat(made.text("/milestones/1/openContract/deadlines/review"))
        .isEqualTo("2099-01-05T00:00:00Z");
    assertThat(http.get("/v1/hires?externalRef=" + reference).json().at("/items")).hasSize(1);
    assertThat(http.get("/v1/hires?proposalId=" + reference).json().at("/items")).isEmpty();
  }

  @Test
  void theShortestHireIsAnOpenTenderWithTheUsualWindows() {
    Answer made =
        http.post("/v1/hires", OpenContractBodies.shortest(OpenContractBodies.reference()));
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    assertThat(made.json().at("/openContract/worker").isNull()).isTrue();
    assertThat(made.text("/openContract/onSilence")).isEqualTo("let_pay");
    assertThat(made.text("/openContract/reviewMargin")).isEqualTo("PT1H");
    assertThat(made.text("/policies/selfApproval")).isEqualTo("allow");
    assertThat(made.text("/milestones/0/amount/amount")).isEqualTo("50.000001");
    assertThat(made.text("/milestones/0/openContract/deliverWithin")).isEqualTo("PT168H");
  }

  @Test
  void aRequestThatIsRepeatedWithItsKeyIsAnsweredAlsoAfterItsDeadlineHasPassed() {
    Instant match = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
    String body =
        OpenContractBodies.shortest(OpenContractBodies.reference())
            .replace(
                "[\"It compiles\"]",
                "[\"It compiles\"],\"deadlines\":{\"match\":\"%s\",\"withdrawal\":\"%s\",\"delivery\":\"%s\",\"review\":\"%s\"}"
                    .formatted(
                        match,
                        match.plus(1, ChronoUnit.DAYS),
                        match.plus(2, ChronoUnit.DAYS),
                        match.plus(4, ChronoUnit.DAYS)));
    String key = "make-" + UUID.randomUUID();
    Answer made = http.post("/v1/hires", body, "Idempotency-Key", key);
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    while (Instant.now().isBefore(match)) {
      Thread.onSpinWait();
    }
    Answer again = http.post("/v1/hires", body, "Idempotency-Key", key);
    assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
    assertThat(again.text("/id")).isEqualTo(made.text("/id"));
    assertThat(http.post("/v1/hires", body).status()).as("without its key").isEqualTo(422);
  }

  @Test
  void theSameReferenceFindsTheHireAndOtherTermsTheirDifferences(Stack stack) {
    String body = OpenContractBodies.whole(OpenContractBodies.reference());
    String[] key = {"X-Api-Key", "ci-secret-ci-secret-ci"};
    try (Front keyed =
        Front.start(
            stack.database(), stack.temporalPort(), Map.of("tenure.api.keys", "ci:" + key[1]))) {
      Answer made = keyed.http().post("/v1/hires", body, key);
      Answer again = keyed.http().post("/v1/hires", body, key);
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.text("/id")).isEqualTo(made.text("/id"));
      Answer other =
          keyed
              .http()
              .post(
                  "/v1/hires",
                  body.replace("It is fast", "It is small")
                      .replace("PT6H", "PT7H")
                      .replace("\"allow\"", "\"forbid\""),
                  key);
      assertThat(other.status()).isEqualTo(409);
      assertThat(other.text("/code")).isEqualTo("hire_exists");
      assertThat(other.json().at("/differences").findValuesAsText("pointer"))
          .containsExactlyInAnyOrder(
              "/milestones/0/openContract/acceptanceCriteria/1",
              "/openContract/approvalWindow",
              "/policies/selfApproval");
    }
  }

  @Test
  void aNullForWhatIsRequiredIsRefusedInsideABlockThatMayBeNullToo() {
    Answer answer =
        http.post(
            "/v1/hires",
            """
            {"account":"agent","externalRef":"%s","milestones":[
              {"description":"x","amount":{"amount":"1","currency":"USDC"},
               "openContract":{"acceptanceCriteria":null}},
              {"description":"y","amount":{"amount":null,"currency":"USDC"},"fund":{"when":null},
               "openContract":{"acceptanceCriteria":["ok"],
                 "deadlines":{"match":null,"withdrawal":"2999-01-02T00:00:00Z",
                   "delivery":"2999-01-03T00:00:00Z","review":"2999-01-04T00:00:00Z"}}}]}
            """
                .formatted(OpenContractBodies.reference()));
    assertThat(answer.status()).isBetween(400, 422);
    assertThat(answer.errors())
        .contains(
            "/milestones/0/openContract/acceptanceCriteria required",
            "/milestones/1/amount/amount required",
            "/milestones/1/fund/when required",
            "/milestones/1/openContract/deadlines/match required");
  }

  @Test
  void withoutKeysNobodyCanBeForbiddenToDecideTheirOwnHire() {
    String body =
        OpenContractBodies.whole(OpenContractBodies.reference()).replace("\"allow\"", "\"forbid\"");
    for (String path : List.of("/v1/hires", "/v1/hire-plans")) {
      Answer refused = http.post(path, body);
      assertThat(refused.status()).as(path).isEqualTo(422);
      assertThat(refused.errors()).containsExactly("/policies/selfApproval needs_key");
      assertThat(refused.text("/errors/0/detail")).contains("TENURE_API_KEYS", "/v1/api-keys");
    }
  }

  @Test
  void everyViolationIsToldAtOnceWithItsPointer() {
    Answer answer =
        http.post(
            "/v1/hires",
            """
            {"account":"agent","milestones":[
              {"amount":{"amount":"1.1234567","currency":"USDC"},
               "openContract":{"acceptanceCriteria":[]}},
              {"key":"m2","name":"%s","description":"x","amount":{"amount":"1","currency":"USD"},
               "openContract":{"acceptanceCriteria":["ok"," "],"matchWithin":"soon",
                 "deadlines":{"match":"2020-01-01T00:00:00Z","withdrawal":"2019-01-01T00:00:00Z",
                   "delivery":"2018-01-01T00:00:00Z","review":"tomorrow"}}},
              {"key":"m3","description":"y","amount":{"amount":"1","currency":"USDC"}}],
             "openContract":{"worker":"0xnobody","nextWorkers":["%s","%s"],
               "approvalWindow":"PT0S","reviewMargin":"P90D"}}
            """
                .formatted("n".repeat(121), OpenContractBodies.OWN, OpenContractBodies.OWN));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "/externalRef required",
            "/milestones/0/description required",
            "/milestones/0/amount/amount too_many_decimals",
            "/milestones/0/openContract/acceptanceCriteria required",
            "/milestones/1/name too_long",
            "/milestones/1/amount/currency unknown_currency",
            "/milestones/1/openContract/acceptanceCriteria/1 required",
            "/milestones/1/openContract/matchWithin bad_duration",
            "/milestones/1/openContract/deadlines/match past",
            "/milestones/1/openContract/deadlines/withdrawal out_of_order",
            "/milestones/1/openContract/deadlines/delivery out_of_order",
            "/milestones/1/openContract/deadlines/review bad_time",
            "/milestones/2/openContract required",
            "/openContract/worker bad_address",
            "/openContract/nextWorkers only_with_next_worker",
            "/openContract/nextWorkers/0 own_address",
            "/openContract/nextWorkers/1 own_address",
            "/openContract/approvalWindow out_of_range",
            "/openContract/reviewMargin out_of_range");
  }

  @Test
  void deadlinesMustLieAheadAndFollowEachOther() {
    String body =
        OpenContractBodies.whole(OpenContractBodies.reference())
            .replace("\"match\":\"2099-01-01", "\"match\":\"2020-01-01")
            .replace("\"delivery\":\"2099-01-02", "\"delivery\":\"2099-01-01")
            .replace("\"review\":\"2099-01-05", "\"review\":\"2099-01-01");
    assertThat(http.post("/v1/hires", body).errors())
        .containsExactlyInAnyOrder(
            "/milestones/1/openContract/deadlines/match past",
            "/milestones/1/openContract/deadlines/delivery out_of_order",
            "/milestones/1/openContract/deadlines/review out_of_order");
  }

  /** RFC 3339 allows a blank for the T, and so does the schema; Java does not read it. */
  @Test
  void aMomentWithABlankForItsTIsRefusedAsATimeThatCannotBeRead() {
    String body =
        OpenContractBodies.whole(OpenContractBodies.reference())
            .replaceFirst("\"match\":\"[^\"]*\"", "\"match\":\"2098-12-31 23:59:59Z\"");
    Answer answer = http.post("/v1/hires", body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.errors())
        .containsExactly("/milestones/1/openContract/deadlines/match bad_time");
  }

  @Test
  void whatIsNoTextInAListIsRefusedInItsPlace() {
    String body = OpenContractBodies.whole(OpenContractBodies.reference());
    for (String path : List.of("/v1/hires", "/v1/hire-plans")) {
      Answer answer =
          http.post(
              path,
              body.replaceFirst("\"acceptanceCriteria\":\\[", "\"acceptanceCriteria\":[null,")
                  .replaceFirst("\"nextWorkers\":\\[", "\"nextWorkers\":[null,"));
      assertThat(answer.errors())
          .as(path)
          .containsExactlyInAnyOrder(
              "/milestones/0/openContract/acceptanceCriteria/0 required",
              "/openContract/nextWorkers/0 required");
    }
  }

  @Test
  void aWindowThatIsOverBeforeTheCreationArrivesIsRefused() {
    String body =
        OpenContractBodies.whole(OpenContractBodies.reference()).replace("PT12H", "PT59S");
    Answer answer = http.post("/v1/hires", body);
    assertThat(answer.errors())
        .containsExactly("/milestones/0/openContract/matchWithin out_of_range");
    assertThat(answer.text("/errors/0/detail")).contains("at least one minute");
  }

  @Test
  void aMilestoneThatIsAddedIsHeldAgainstTheMarginOfItsHire() {
    Answer made =
        http.post("/v1/hires", OpenContractBodies.shortest(OpenContractBodies.reference()));
    Answer answer =
        http.post(
            "/v1/hires/" + made.text("/id") + "/milestones",
            """
            {"name":"late","description":"x","amount":{"amount":"1","currency":"USDC"},
             "openContract":{"acceptanceCriteria":["ok"],"reviewWithin":"PT30M"}}
            """);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(422);
    assertThat(answer.errors()).containsExactly("/openContract/reviewWithin out_of_range");
  }

  @Test
  void ofAnAccountThatNobodyKnowsOnlyThatIsTold() {
    String body =
        OpenContractBodies.whole(OpenContractBodies.reference())
            .replace("\"account\":\"agent\"", "\"account\":\"nope\"");
    assertThat(http.post("/v1/hires", body).errors()).containsExactly("/account unknown_account");
  }

  @Test
  void theZeroAddressIsNobodysAndIsRefusedAsAWorker() {
    String body =
        OpenContractBodies.whole(OpenContractBodies.reference())
            .replace("0x00000000000000000000000000000000000000AA", ZERO)
            .replace(OpenContractBodies.NEXT, ZERO.replace("0x", "0X").toLowerCase(Locale.ROOT));
    Answer answer = http.post("/v1/hires", body);
    assertThat(answer.errors())
        .contains("/openContract/worker zero_address", "/openContract/nextWorkers/0 zero_address");
    assertThat(answer.text("/errors/0/detail")).contains("name the Worker's own");
  }

  @Test
  void aNextWorkerThatNobodyNamesIsRefused() {
    String body =
        OpenContractBodies.whole(OpenContractBodies.reference())
            .replaceFirst("\\s*\"nextWorkers\":\\[[^\\]]*\\],", "");
    Answer answer = http.post("/v1/hires", body);
    assertThat(answer.errors()).containsExactly("/openContract/nextWorkers required");
    assertThat(answer.text("/errors/0/detail")).contains("choose hold or close");
    assertThat(http.post("/v1/hires", body.replaceFirst("\"worker\":\"[^\"]*\",", "")).status())
        .as("another tender follows")
        .isEqualTo(201);
  }

  @Test
  void aNameIsCountedInCharactersOfUnicode() {
    String body = OpenContractBodies.whole(OpenContractBodies.reference());
    String longest = "\uD83D\uDC26".repeat(120);
    assertThat(http.post("/v1/hire-plans", body.replace("Parser", longest)).status())
        .isEqualTo(200);
    assertThat(http.post("/v1/hire-plans", body.replace("Parser", longest + "x")).errors())
        .containsExactly("/milestones/0/name too_long");
  }

  @Test
  void windowsAreToldToPeopleInWords() {
    String body = OpenContractBodies.whole(OpenContractBodies.reference());
    assertThat(http.post("/v1/hire-plans", body).json().at("/steps/2/words").asText())
        .contains("within 12 h", "within 2 days");
    assertThat(
            http.post(
                    "/v1/hires",
                    body.replace("\"reviewMargin\":\"PT30M\"", "\"reviewMargin\":\"P3D\""))
                .text("/errors/0/detail"))
        .contains("which is 3 days", "24 h");
  }

  @Test
  void whatOnlyOpenTrainKnowsIsRefusedByName() {
    String body =
        OpenContractBodies.whole(OpenContractBodies.reference())
            .replace(
                "\"account\"", "\"proposalId\":\"p\",\"confirmNotFitOverride\":true,\"account\"")
            .replace("\"selfApproval\"", "\"onEditedTerms\":\"hold\",\"selfApproval\"")
            .replace("\"release\"", "\"volume\":3,\"dueDate\":\"2099-01-01\",\"release\"");
    assertThat(http.post("/v1/hires", body).errors())
        .containsExactlyInAnyOrder(
            "/proposalId not_on_opencontract",
            "/confirmNotFitOverride not_on_opencontract",
            "/policies/onEditedTerms not_on_opencontract",
            "/milestones/0/volume not_on_opencontract",
            "/milestones/0/dueDate not_on_opencontract");
  }

  @Test
  void whatOnlyOpenContractKnowsIsRefusedOnOpenTrain() {
    Answer answer =
        http.post(
            "/v1/hires",
            """
            {"milestones":[{"name":"a","amount":{"amount":"1.5","currency":"USDC"},
              "openContract":{"acceptanceCriteria":["x"]}}],
             "policies":{"selfApproval":"forbid"},"openContract":{"onSilence":"dispute"}}
            """);
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "/proposalId required",
            "/milestones/0/amount/currency unknown_currency",
            "/milestones/0/openContract only_on_opencontract",
            "/policies/selfApproval only_on_opencontract",
            "/openContract only_on_opencontract");
  }

  @Test
  void aPlanIsPricedInEscrowAndBondsAndTellsWhoDoesWhat() {
    Answer plan =
        http.post("/v1/hire-plans", OpenContractBodies.whole(OpenContractBodies.reference()));
    assertThat(plan.status()).as(plan.raw().body()).isEqualTo(200);
    assertThat(plan.text("/price/total/amount")).isEqualTo("80.000000");
    assertThat(plan.text("/price/feesEstimated/amount")).isEqualTo("0.000000");
    assertThat(plan.text("/price/bonds/amount")).isEqualTo("4.000000");
    assertThat(plan.text("/price/headroom/amount")).isEqualTo("20.500000");
    assertThat(plan.text("/milestones/0/bond/amount")).isEqualTo("2.500000");
    assertThat(plan.json().at("/approvals").asInt()).isEqualTo(4);
    assertThat(plan.json().at("/steps").findValuesAsText("who"))
        .containsExactly(
            "person",
            "engine",
            "worker",
            "requester",
            "person",
            "engine",
            "person",
            "engine",
            "worker",
            "person",
            "engine",
            "engine");
    assertThat(plan.text("/preflight/status")).as(plan.raw().body()).isEqualTo("green");
    assertThat(plan.json().at("/preflight/checks").findValuesAsText("name"))
        .containsExactly("worker", "token", "limits", "no_other_hire", "deadlines", "cap");
  }

  @Test
  void aMilestoneAboveTheLimitForOnePaymentIsToldBeforeAnythingIsAsked() {
    String body =
        OpenContractBodies.shortest(OpenContractBodies.reference()).replace("50.000001", "60.1");
    JsonNode checks = http.post("/v1/hire-plans", body).json().at("/preflight/checks");
    assertThat(checks.toString()).contains("one payment may be at most 60.000000 USDC");
  }
}
