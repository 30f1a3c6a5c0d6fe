package dev.tenure.activities.opencontract.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Samples;
import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.lifecycle.call.Obstacle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every code of OpenContract's documents, and what the edge adds to them. */
class OpenContractAnswersTest {

  private static final String QUOTE =
      """
      {"x402Version":2,"error":"words","resource":{"url":"https://market.example/v1/contracts"},
       "accepts":[{"scheme":"exact","network":"eip155:84532",
        "payTo":"0x00000000000000000000000000000000000000aa",
        "asset":"0x036cbd53842c5426634e7929541ec2318f3dcf7e","maxAmountRequired":"2500000"}]}
      """;

  private final OpenContractAnswers answers =
      new OpenContractAnswers(
          OpenContractCalls.BODIES, InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z")));

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "400, invalid_request, REQUEST_REJECTED",
    "400, invalid_challenge, INVALID_CHALLENGE",
    "401, unauthorized, key refused",
    "403, forbidden, REQUEST_REJECTED",
    "404, not_found, NOT_FOUND",
    "404, key_not_found, KEY_NOT_FOUND",
    "409, conflict, CONFLICT",
    "409, duplicate_contract, DUPLICATE_CONTRACT",
    "409, of_tomorrow, CONFLICT",
    "418, of_tomorrow, REQUEST_REJECTED",
    "429, rate_limited, limited",
    "429, too_many_pending_attempts, limited",
    "429, too_many_profile_updates, limited",
    "500, internal_error, failed",
    "503, of_tomorrow, failed"
  })
  void anAnswerOfOpenContractItself(int status, String code, String meaning) {
    String body = "{\"error\":{\"code\":\"%s\",\"message\":\"words\"}}".formatted(code);
    assertThat(meaning(judge(status, body, Map.of()))).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "200, accepted",
    "201, accepted",
    "204, accepted",
    "301, REQUEST_REJECTED",
    "308, REQUEST_REJECTED",
    "400, REQUEST_REJECTED",
    "401, REQUEST_REJECTED",
    "402, REQUEST_REJECTED",
    "403, REQUEST_REJECTED",
    "404, REQUEST_REJECTED",
    "407, REQUEST_REJECTED",
    "408, failed",
    "409, REQUEST_REJECTED",
    "413, REQUEST_REJECTED",
    "425, failed",
    "429, limited",
    "451, REQUEST_REJECTED",
    "502, failed",
    "504, failed",
    "520, failed"
  })
  void anAnswerOfWhateverStandsBetween(int status, String meaning) {
    for (String body : new String[] {"<html>words</html>", "{}", "{\"error\":\"words\"}", ""}) {
      assertThat(meaning(judge(status, body, Map.of()))).as(body).isEqualTo(meaning);
    }
  }

  @Test
  void theErrorOfTheDocumentsSampleIsRead() {
    OpenContractAnswer.Absent absent =
        (OpenContractAnswer.Absent) judge(404, Samples.text("opencontract", "not-found"), Map.of());
    assertThat(absent.obstacle().words()).contains("not_found", "Contract not found");
  }

  @Test
  void aQuoteIsReadFromTheHeaderAndFromTheBody() {
    String header = Base64.getEncoder().encodeToString(QUOTE.getBytes(StandardCharsets.UTF_8));
    assertThat(meaning(judge(402, "{}", Map.of("payment-required", header)))).isEqualTo("unpaid");
    assertThat(meaning(judge(402, QUOTE, Map.of()))).isEqualTo("unpaid");
  }

  @Test
  void aQuoteThatNamesNoPaymentSaysWhichFieldAndThatNothingWasSigned() {
    OpenContractAnswer.Barred barred =
        (OpenContractAnswer.Barred) judge(402, QUOTE.replace("00aa", "00zz"), Map.of());
    assertThat(barred.obstacle().words()).contains("payTo", "Nothing was signed");
  }

  @Test
  void tooManyCallsAreNeverCalledAnOutageAndTheirWaitIsKept() {
    OpenContractAnswer.TooMany many = tooMany("rate_limited", "60");
    assertThat(many.retryAfter()).isEqualTo(Duration.ofMinutes(1));
    assertThat(many.words()).contains("no more calls", "POST /contracts", "60 s");
  }

  @Test
  void tooManyUnpaidCreationsAreTriedAgainSoonSinceOursAreSoonPaid() {
    OpenContractAnswer.TooMany many = tooMany("too_many_pending_attempts", "1800");
    assertThat(many.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(many.words()).contains("unpaid", "POST /contracts", "30 s");
  }

  private OpenContractAnswer.TooMany tooMany(String code, String wait) {
    String body = "{\"error\":{\"code\":\"%s\",\"message\":\"words\"}}".formatted(code);
    return (OpenContractAnswer.TooMany) judge(429, body, Map.of("Retry-After", wait));
  }

  @Test
  void wordsOfTheMarketplaceAreCleanedBeforeTheyGoIntoHistories() {
    String body =
        "{\"error\":{\"code\":\"forbidden\",\"message\":\"key oc_live_abc of\\u0000\\nada@example.org\"}}";
    assertThat(obstacle(judge(403, body, Map.of())).words())
        .doesNotContain("oc_live_abc", "ada@", "\n", "\u0000");
  }

  private OpenContractAnswer judge(int status, String body, Map<String, String> headers) {
    return answers.judge(
        "POST /contracts",
        HttpAnswer.of(status, new TreeMap<>(headers), body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Obstacle obstacle(OpenContractAnswer meaning) {
    return switch (meaning) {
      case OpenContractAnswer.Barred(Obstacle obstacle) -> obstacle;
      case OpenContractAnswer.Absent(Obstacle obstacle) -> obstacle;
      case OpenContractAnswer.KeyRefused(Obstacle obstacle) -> obstacle;
      default -> throw new AssertionError(meaning);
    };
  }

  private static String meaning(OpenContractAnswer meaning) {
    return switch (meaning) {
      case OpenContractAnswer.Accepted() -> "accepted";
      case OpenContractAnswer.Unpaid(var required) -> "unpaid";
      case OpenContractAnswer.Told(var fact, var words) -> fact.name();
      case OpenContractAnswer.Absent(Obstacle obstacle) -> obstacle.cause().name();
      case OpenContractAnswer.KeyRefused(var obstacle) -> "key refused";
      case OpenContractAnswer.Barred(Obstacle obstacle) -> obstacle.cause().name();
      case OpenContractAnswer.TooMany(var words, var wait) -> "limited";
      case OpenContractAnswer.Broken(var words, var wait) -> "failed";
    };
  }
}
