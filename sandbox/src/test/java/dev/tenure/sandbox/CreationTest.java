package dev.tenure.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Creating a Working Contract: what is taken, and how a repetition is known. */
class CreationTest extends OpenContractTest {
  private static final Duration LIFETIME = Duration.ofMinutes(30);

  @Test
  void aPaidCreationAnswersWithTheWholeContract() {
    Reply contract = ok(client.paid("/contracts", direct().json()));
    assertThat(contract.text("data.status")).isEqualTo("created");
    assertThat(contract.text("data.client")).isEqualTo(client.address());
    assertThat(contract.text("data.worker")).isEqualTo(worker.address());
    assertThat(contract.text("data.escrowedFunds")).isEqualTo("100.0");
    assertThat(contract.text("data.createdAt")).isEqualTo("2026-06-12T09:30:00Z");
    assertThat(contract.text("data.verificationMode")).isEqualTo("privacy-preserving");
    assertThat(contract.size("data.backupAgents")).isZero();
    for (String later :
        List.of(
            "workerStake", "disputeBond", "delivery", "criteriaMet", "supplementaryMaterials")) {
      assertThat(contract.at("data." + later).isNull()).as(later).isTrue();
    }
    assertThat(contract.text("meta.requestId")).startsWith("req_");
    assertThat(contract.text("meta.timestamp")).isEqualTo("2026-06-12T09:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({"80,80.0", "50.0,50.0", "0.05,0.05", "1e2,100.0", "0.000001,0.000001"})
  void aPriceMayBeANumber(String price, String shown) {
    String body = direct().with("budgetOrPrice", 7).json().replace(":7,", ":" + price + ",");
    assertThat(ok(client.paid("/contracts", body)).text("data.budgetOrPrice")).isEqualTo(shown);
  }

  @Test
  void aTextIsAsLongAsItHasCharactersHoweverManyUnitsEachTakes() {
    String longest = "🙂".repeat(200);
    Draft draft = direct().with("title", longest);
    draft.with("acceptanceCriteria", List.of("🙂".repeat(500)));
    assertThat(ok(client.paid("/contracts", draft.json())).text("data.title")).isEqualTo(longest);
    Reply refused = client.post("/contracts", draft.with("title", longest + "🙂").json());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("error.message"))
        .isEqualTo("title is too long: at most 200 characters");
  }

  static Stream<Arguments> badFields() {
    String day = "2026-06-13T09:30:00Z";
    return Stream.of(
        Arguments.of("title", null),
        Arguments.of("title", " "),
        Arguments.of("title", "x".repeat(201)),
        Arguments.of("taskDescription", 7),
        Arguments.of("acceptanceCriteria", List.of()),
        Arguments.of("acceptanceCriteria", Collections.nCopies(11, "one more")),
        Arguments.of("acceptanceCriteria", List.of("good", "")),
        Arguments.of("contractType", "auction"),
        Arguments.of("awardMethod", "raffle"),
        Arguments.of("awardMethod", "open_tender"),
        Arguments.of("worker", null),
        Arguments.of("worker", "0x12"),
        Arguments.of("budgetOrPrice", "0"),
        Arguments.of("budgetOrPrice", "-5"),
        Arguments.of("budgetOrPrice", "1.0000001"),
        Arguments.of("budgetOrPrice", "1e3"),
        Arguments.of("budgetOrPrice", "1000000000.1"),
        Arguments.of("budgetOrPrice", true),
        Arguments.of("budgetOrPrice", null),
        Arguments.of("matchDeadline", "tomorrow"),
        Arguments.of("matchDeadline", "2026-06-12T09:30:00Z"),
        Arguments.of("withdrawalDeadline", day),
        Arguments.of("deliveryDeadline", day),
        Arguments.of("reviewDeadline", "2026-06-17T09:30:00Z"),
        Arguments.of("reviewDeadline", null),
        Arguments.of("verificationMode", "standard"),
        Arguments.of("idempotencyKey", "k".repeat(201)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("badFields")
  void aWrongFieldIsNamed(String field, Object value) {
    Reply reply = client.post("/contracts", direct().with(field, value).json());
    refused(reply, 400, "invalid_request");
    String named = field.equals("awardMethod") && "open_tender".equals(value) ? "worker" : field;
    assertThat(reply.text("error.message")).startsWith(named);
  }

  @Test
  void noClientIsItsOwnWorker() {
    refused(
        client.post("/contracts", Draft.direct(clock.instant(), client.address()).json()),
        403,
        "forbidden");
  }

  @Test
  void theSameBytesAreTheSameAttemptAndOthersAreNot() {
    String body = direct().json();
    String wallet = payTo(client.post("/contracts", body));
    assertThat(payTo(client.post("/contracts", body))).isEqualTo(wallet);
    assertThat(payTo(client.post("/contracts", body + " "))).isNotEqualTo(wallet);
    assertThat(payTo(client.post("/contracts", direct().with("idempotencyKey", "b").json())))
        .isNotEqualTo(wallet);
    assertThat(payTo(stranger.post("/contracts", body))).isNotEqualTo(wallet);
  }

  @Test
  void whatWasCreatedIsNotCreatedAgain() {
    String body = direct().json();
    String id = ok(client.paid("/contracts", body)).text("data.id");
    refused(client.post("/contracts", body), 409, "duplicate_contract");
    ok(client.post("/contracts/" + id + "/cancel", ""));
    refused(client.post("/contracts", body), 409, "duplicate_contract");
    clock.pass(Duration.ofDays(2));
    refused(client.post("/contracts", body), 409, "duplicate_contract");
    assertThat(client.get("/contracts?client=" + client.address()).size("data")).isEqualTo(1);
  }

  @Test
  void fiveMayWaitForTheirPaymentAndASixthHasToWaitForOneToDie() {
    for (int twin = 0; twin < 5; twin++) {
      assertThat(client.post("/contracts", twin(twin)).status()).isEqualTo(402);
      clock.pass(Duration.ofMinutes(1));
    }
    Reply sixth = client.post("/contracts", twin(5));
    refused(sixth, 429, "too_many_pending_attempts");
    assertThat(sixth.header("Retry-After")).isEqualTo("1500");
    assertThat(client.post("/contracts", twin(3)).status()).isEqualTo(402);
    assertThat(stranger.post("/contracts", twin(5)).status()).isEqualTo(402);
    clock.pass(Duration.ofSeconds(1499));
    refused(client.post("/contracts", twin(5)), 429, "too_many_pending_attempts");
    clock.pass(Duration.ofSeconds(1));
    assertThat(client.post("/contracts", twin(5)).status()).isEqualTo(402);
  }

  @Test
  void askingAgainDoesNotRenewAQuoteAndADeadOneIsQuotedAnew() {
    String body = direct().json();
    String wallet = payTo(client.post("/contracts", body));
    clock.pass(LIFETIME.minusSeconds(1));
    assertThat(payTo(client.post("/contracts", body))).isEqualTo(wallet);
    clock.pass(Duration.ofSeconds(1));
    assertThat(payTo(client.post("/contracts", body))).isNotEqualTo(wallet);
  }

  private String twin(int number) {
    // The deadlines stay: they are those of the first.
    return Draft.open(Instant.parse("2026-06-12T09:30:00Z"))
        .with("idempotencyKey", "twin " + number)
        .json();
  }

  private static String payTo(Reply unpaid) {
    assertThat(unpaid.status()).as(unpaid.body()).isEqualTo(402);
    return Reply.in(requireNonNull(Reply.in(Agent.quote(unpaid), "accepts").get(0)), "payTo")
        .getStringValue();
  }
}
