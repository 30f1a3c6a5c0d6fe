package dev.tenure.activities.opentrain.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer.Reason;
import dev.tenure.model.hire.IncidentCause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of what OpenTrain's documents say of answers, and what the edge adds to it. */
class AnswerRulesTest {

  private final AnswerRules rules = new AnswerRules(InstantSource.fixed(Clients.NOW));

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        // the codes of the envelope
        "400|BAD_REQUEST|{}|REQUEST_REJECTED",
        "401|UNAUTHORIZED|{}|TOKEN_REJECTED",
        "403|FORBIDDEN|{}|REQUEST_REJECTED",
        "404|NOT_FOUND|{}|NOT_FOUND",
        "409|CONFLICT|{}|REQUEST_REJECTED",
        "429|RATE_LIMITED|{}|limited",
        "500|INTERNAL_ERROR|{}|failed",
        // the shapes of its details
        "403|FORBIDDEN|{\"requiredScopes\":[\"payments:write\"],\"grantedScopes\":[]}|SCOPE_MISSING",
        "403|FORBIDDEN|{\"requiredScopes\":\"payments:write\"}|SCOPE_MISSING",
        "403|FORBIDDEN|{\"featureKey\":\"public_api_hiring\"}|FEATURE_DISABLED",
        "403|FORBIDDEN|{\"featureKey\":\"x\",\"mode\":\"ALLOWLIST\"}|FEATURE_DISABLED",
        "403|FORBIDDEN|{\"reason\":\"account_claim_required\",\"action\":\"hire\"}|ACCOUNT_CLAIM_REQUIRED",
        "403|FORBIDDEN|{\"reason\":\"employer_first_message_required\"}|REQUEST_REJECTED",
        "403|FORBIDDEN|{\"reason\":\"teams_not_enabled\"}|REQUEST_REJECTED",
        "400|BAD_REQUEST|{\"field\":\"status\"}|REQUEST_REJECTED",
        "400|BAD_REQUEST|{\"issues\":[{}]}|REQUEST_REJECTED",
        "400|BAD_REQUEST|{\"supportedStatuses\":[]}|REQUEST_REJECTED",
        "400|BAD_REQUEST|{\"unknownScopes\":[],\"supportedScopes\":[]}|REQUEST_REJECTED",
        "404|NOT_FOUND|{\"resource\":\"contracts\",\"contractId\":\"c\"}|NOT_FOUND",
        "404|NOT_FOUND|{\"proposalId\":\"p\"}|NOT_FOUND",
        // the reasons of a conflict
        "409|CONFLICT|{\"reason\":\"payment_method_required\"}|PAYMENT_METHOD_REQUIRED",
        "409|CONFLICT|{\"reason\":\"already_accepted\"}|ALREADY_ACCEPTED",
        "409|CONFLICT|{\"reason\":\"not_fit_confirmation_required\"}|NOT_FIT_CONFIRMATION_REQUIRED",
        "409|CONFLICT|{\"reason\":\"contract_ended\"}|CONTRACT_ENDED",
        "409|CONFLICT|{\"reason\":\"contract_rate_missing\"}|CONTRACT_RATE_MISSING",
        "409|CONFLICT|{\"reason\":\"milestone_not_fundable\",\"milestoneStatus\":\"PAID\"}|MILESTONE_NOT_FUNDABLE",
        "409|CONFLICT|{\"reason\":\"milestone_cancelled\"}|MILESTONE_CANCELLED",
        "409|CONFLICT|{\"reason\":\"milestone_not_funded\"}|MILESTONE_NOT_FUNDED",
        "409|CONFLICT|{\"reason\":\"of_tomorrow\"}|REQUEST_REJECTED",
        "409|CONFLICT|{\"reason\":7}|REQUEST_REJECTED",
        "409|CONFLICT|null|REQUEST_REJECTED",
        "409|CONFLICT|[]|REQUEST_REJECTED",
        // another code, by its status
        "418|NEW_CODE|{}|REQUEST_REJECTED",
        "410|GONE|{}|REQUEST_REJECTED",
        "503|NEW_CODE|{}|failed"
      })
  void anAnswerOfOpenTrainItself(int status, String code, String details, String meaning) {
    String body =
        "{\"error\":\"words\",\"code\":\"%s\",\"requestId\":\"req-1\",\"details\":%s}"
            .formatted(code, details);
    assertThat(meaning(judge(status, body, null))).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "200, accepted",
    "201, accepted",
    "202, accepted",
    "204, accepted",
    "301, REQUEST_REJECTED",
    "302, REQUEST_REJECTED",
    "304, REQUEST_REJECTED",
    "308, REQUEST_REJECTED",
    "400, REQUEST_REJECTED",
    "401, TOKEN_REJECTED",
    "403, REQUEST_REJECTED",
    "404, REQUEST_REJECTED",
    "407, REQUEST_REJECTED",
    "408, failed",
    "409, REQUEST_REJECTED",
    "410, REQUEST_REJECTED",
    "413, REQUEST_REJECTED",
    "425, failed",
    "429, limited",
    "451, REQUEST_REJECTED",
    "500, failed",
    "502, failed",
    "503, failed",
    "504, failed",
    "520, failed"
  })
  void anAnswerOfWhateverStandsBetween(int status, String meaning) {
    assertThat(meaning(judge(status, "<html>words</html>", null))).isEqualTo(meaning);
  }

  @Test
  void tooManyCallsAreNeverCalledAnOutageAndTheirWaitIsKept() {
    Verdict.Limited asked = (Verdict.Limited) judge(429, "", "7");
    assertThat(asked.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(asked.words())
        .isEqualTo(
            "OpenTrain takes no more calls for now: it answers 429 to GET /x, and is to be called"
                + " again in 7 s");
    Verdict.Limited silent = (Verdict.Limited) judge(429, "", null);
    assertThat(silent.retryAfter()).isNull();
    assertThat(silent.words()).doesNotContain("again");
  }

  @Test
  void aFailureKeepsItsWaitToo() {
    Verdict.Failed failed = (Verdict.Failed) judge(503, "", "20");
    assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(20));
    assertThat(failed.words()).isEqualTo("GET /x answered 503");
  }

  @Test
  void aRefusalNamesWhereItCanBeMendedAndItsRequest() {
    String body =
        "{\"code\":\"CONFLICT\",\"requestId\":\"req-9\",\"details\":{\"reason\":"
            + "\"payment_method_required\",\"billingUrl\":\"https://app.example/billing\"}}";
    Verdict.Blocked blocked = (Verdict.Blocked) judge(409, body, null);
    assertThat(blocked.obstacle().fixUrl()).isEqualTo("https://app.example/billing");
    assertThat(blocked.obstacle().words()).endsWith("(request req-9)");
  }

  private Verdict judge(int status, String body, @Nullable String retryAfter) {
    Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter);
    return rules.judge(
        "GET /x", HttpAnswer.of(status, headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String meaning(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted() -> "accepted";
      case Verdict.Fact(Reason reason) -> reason.name();
      case Verdict.Blocked(var obstacle) -> obstacle.cause().name();
      case Verdict.Missing(var obstacle) -> IncidentCause.NOT_FOUND.name();
      case Verdict.Limited limited -> "limited";
      case Verdict.Failed failed -> "failed";
    };
  }
}
