package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StackExtension.class)
class RefusedRequestsTest {

  @Test
  void whatCannotBeReadIsNotToldAsMissingAsWell(Http http) {
    Answer answer =
        http.post(
            "/v1/hires",
            """
            {"proposalId":"prp_1","milestones":[
              {"name":5,"amount":{"amount":"1","currency":"USD"}},
              "x",
              {"key":"m2","description":"d","amount":{"amount":"1","currency":"USD"}}]}
            """);
    assertThat(errors(answer))
        .containsExactlyInAnyOrder("/milestones/0/name wrong_type", "/milestones/1 wrong_type");
  }

  @Test
  void everyViolationIsToldAtOnceWithItsPointer(Http http) {
    Answer answer =
        http.post(
            "/v1/hires",
            """
            {"account":"nobody","proposalId":" ","labels":{"a:b":"x","ok":""},
             "milestones":[
              {"key":"A","amount":{"amount":"1.234","currency":"EUR"},"fund":{"when":"at_start"}},
              {"key":"m2","amount":{"amount":"0","currency":"USD"},"dueDate":"tomorrow",
               "fund":{"when":"on_request"}},
              {"key":"m2","description":"x","amount":{"amount":"-5","currency":"USD"},
               "fund":{"when":"after_paid","after":"m9"}}],
             "policies":{"end":"never","onExpired":{"reRequest":11,"then":"cry"}}}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(errors(answer))
        .containsExactlyInAnyOrder(
            "/account unknown_account",
            "/proposalId required",
            "/labels/a:b bad_label",
            "/labels/ok required",
            "/milestones/0/key bad_key",
            "/milestones/0 required",
            "/milestones/0/amount/amount too_many_decimals",
            "/milestones/0/amount/currency unknown_currency",
            "/milestones/0/fund not_for_first",
            "/milestones/1/description required",
            "/milestones/1/amount/amount out_of_range",
            "/milestones/1/dueDate bad_date",
            "/milestones/2/key duplicate",
            "/milestones/2/amount/amount bad_amount",
            "/milestones/2/fund/after unknown_milestone",
            "/policies/end unknown_value",
            "/policies/onExpired/reRequest out_of_range",
            "/policies/onExpired/then unknown_value");
  }

  @Test
  void milestonesThatWaitForEachOtherAreRefused(Http http) {
    Answer answer =
        http.post(
            "/v1/hires",
            """
            {"proposalId":"p","milestones":[
              {"name":"a","amount":{"amount":"1","currency":"USD"}},
              {"key":"x","description":"b","amount":{"amount":"1","currency":"USD"},
               "fund":{"when":"after_paid","after":"y"}},
              {"key":"y","description":"c","amount":{"amount":"1","currency":"USD"},
               "fund":{"when":"after_paid","after":"x"}}]}
            """);
    assertThat(errors(answer))
        .containsExactly("/milestones/1/fund/after cycle", "/milestones/2/fund/after cycle");
  }

  @Test
  void aCapBelowTheWorstCaseIsRefusedAndTheWorstCaseIsSaid(Http http) {
    Answer answer = http.post("/v1/hires", Bodies.whole("p").replace("1000.00", "779.94"));
    assertThat(errors(answer)).containsExactly("/budget/cap below_worst_case");
    assertThat(answer.text("/detail")).contains("$779.95");
  }

  @Test
  void everyUnknownFieldAndWrongTypeIsToldAtOnce(Http http) {
    Answer answer =
        http.post(
            "/v1/hires",
            """
            {"proposalID":"x","labels":["a"],"confirmNotFitOverride":"yes",
             "milestones":[{"foo":1,"amount":{"amount":5}}],
             "policies":{"onDeclined":{"reRequest":1.5}}}
            """);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(errors(answer))
        .containsExactlyInAnyOrder(
            "/proposalID unknown_field",
            "/labels wrong_type",
            "/confirmNotFitOverride wrong_type",
            "/milestones/0/foo unknown_field",
            "/milestones/0/amount/amount wrong_type",
            "/policies/onDeclined/reRequest wrong_type",
            "/proposalId required",
            "/milestones/0 required",
            "/milestones/0/amount/currency required");
  }

  @Test
  void aMisspeltFieldIsToldTogetherWithTheRulesThatAreBroken(Http http) {
    Answer answer =
        http.post(
            "/v1/hires",
            """
            {"proposalId":"p","budget":{"cap":{"amount":"1.00","currency":"USD"}},"externalref":"x",
             "milestones":[
              {"name":"a","amount":{"amount":"1","currency":"USD"},"dueDate":"soon"},
              {"name":"b","amount":{"amount":"1","currency":"USD"},"release":"never",
               "fund":{"when":"after_paid","after":"m9"}}]}
            """);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/code")).isEqualTo("malformed_request");
    assertThat(errors(answer))
        .containsExactlyInAnyOrder(
            "/externalref unknown_field",
            "/budget/cap below_worst_case",
            "/milestones/0/dueDate bad_date",
            "/milestones/1/description required",
            "/milestones/1/release unknown_value",
            "/milestones/1/fund/after unknown_milestone");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing at all      | ''",
        "half a string       | {\"x",
        "an array            | []",
        "null                | null",
        "two documents       | {} {}",
        "the same name twice | {\"account\":\"a\",\"account\":\"b\"}"
      })
  void aBodyThatIsNotOneJsonObjectIsMalformed(String what, String body, Http http) {
    Answer answer = http.post("/v1/hires", body);
    assertThat(answer.status()).as(what).isEqualTo(400);
    assertThat(answer.text("/code")).isEqualTo("malformed_request");
  }

  @ParameterizedTest
  @CsvSource({"51,422", "1001,400", "60000,400"})
  void tooManyMilestonesAreOneError(int many, int status, Http http) {
    String milestones = "{},".repeat(many - 1) + "{}";
    if (many == 51) {
      milestones = milestones.replace("{}", "{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"}}");
    }
    Answer answer =
        http.post("/v1/hires", "{\"proposalId\":\"p\",\"milestones\":[" + milestones + "]}");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(errors(answer)).containsExactly("/milestones too_many");
  }

  @Test
  void aBodyAbove256KibIsTooLarge(Http http) {
    Answer answer = http.post("/v1/hires", "{\"proposalId\":\"" + "x".repeat(300_000) + "\"}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("/code")).isEqualTo("too_large");
  }

  @Test
  void whatTheServerItselfRefusesIsAProblemToo(Http http) {
    assertProblem(http.get("/nothing"), 404, "not_found");
    assertProblem(http.send("DELETE", "/v1/hires", ""), 405, "method_not_allowed");
    assertProblem(
        http.send("POST", "/v1/hires", "a=b", "Content-Type", "text/plain"),
        415,
        "unsupported_media_type");
    assertProblem(http.get("/v1/events", "Accept", "text/html"), 406, "not_acceptable");
  }

  @Test
  void anIdWithACharacterThatCannotBeStoredIsMalformed(Http http) {
    assertProblem(http.get("/v1/hires/a%00b"), 400, "malformed_request");
    Answer answer = http.post("/v1/hires", Bodies.shortest("a\\u0000b"));
    assertThat(errors(answer)).containsExactly("/proposalId bad_character");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/hires      | a\\u0000 | ''",
        "/v1/hires      | a\\ud800 | ''",
        "/v1/hires      | a\\u0000 | , \"openContract\":{}",
        "/v1/hire-plans | a\\u0000 | ''",
        "/v1/hire-plans | a\\u0000 | , \"openContract\":{}"
      })
  void anAccountThatCannotBeStoredIsRefusedBeforeTheJournalIsAsked(
      String path, String account, String more, Http http) {
    Answer answer =
        http.post(
            path,
            Bodies.shortest("p")
                .replaceFirst(
                    "\\{", "{\"account\":\"" + account.replace("\\", "\\\\") + "\"" + more + ","));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(422);
    assertThat(errors(answer)).contains("/account bad_character");
  }

  @ParameterizedTest
  @ValueSource(ints = {310, 999, 1001})
  void aWholeNumberOfMoreDigitsThanAnybodyReadsIsRefused(int digits, Http http) {
    String volume = "\"volume\":" + "9".repeat(digits) + ",\"name\"";
    Answer answer = http.post("/v1/hires", Bodies.shortest("p").replace("\"name\"", volume));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
    assertThat(answer.text("/detail")).contains("digits");
  }

  @Test
  void aVolumeOfTooManyDecimalsIsToldHowManyItMayHave(Http http) {
    String body = Bodies.shortest("p").replace("\"name\"", "\"volume\":1.00001,\"name\"");
    assertThat(http.post("/v1/hires", body).text("/errors/0/detail"))
        .isEqualTo("volume may have at most 4 decimals.");
  }

  @Test
  void aFieldThatStandsTwiceIsNamed(Http http) {
    String body = Bodies.shortest("p").replace("\"name\"", "\"name\":\"x\",\"name\"");
    Answer answer = http.post("/v1/hires", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(errors(answer)).containsExactly("/milestones/0/name duplicate");
    assertThat(answer.text("/detail")).isEqualTo("name stands twice; leave one of them out.");
  }

  @Test
  void aBodyThatIsNestedTooDeepIsToldToBe(Http http) {
    Answer answer = http.post("/v1/hires", "{\"labels\":".repeat(2000) + "1" + "}".repeat(2000));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/detail")).contains("nested").doesNotContain("not valid JSON");
  }

  @Test
  void ofAnAccountThatNobodyKnowsTheMarketplaceIsTheOneThatTheRequestSpeaksOf(Http http) {
    String milestone =
        """
        {"description":"x","amount":{"amount":"1","currency":"USDC"},
         "openContract":{"acceptanceCriteria":["done"]}}""";
    Answer answer =
        http.post(
            "/v1/hires",
            "{\"account\":\"nobody\",\"externalRef\":\"r\",\"milestones\":[" + milestone + "]}");
    assertThat(errors(answer)).containsExactly("/account unknown_account");
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("/code")).isEqualTo(code);
    assertThat(answer.text("/type")).isEqualTo("urn:tenure:problem:" + code);
    assertThat(answer.text("/detail")).isNotBlank();
  }

  private static List<String> errors(Answer answer) {
    List<String> all = new ArrayList<>();
    for (JsonNode error : answer.json().at("/errors")) {
      all.add(error.get("pointer").asText() + " " + error.get("code").asText());
    }
    return all;
  }
}
