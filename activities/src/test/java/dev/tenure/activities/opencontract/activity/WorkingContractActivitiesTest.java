package dev.tenure.activities.opencontract.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.client.PaidCalls;
import dev.tenure.activities.opencontract.signer.JournalPaymentIntents;
import dev.tenure.activities.opencontract.signer.LocalPaymentSigner;
import dev.tenure.activities.opencontract.signer.MemoryPaymentIntents;
import dev.tenure.activities.opencontract.signer.PaymentAuthorizer;
import dev.tenure.activities.opencontract.signer.PaymentIntents;
import dev.tenure.activities.opencontract.signer.Signing;
import dev.tenure.journal.payment.Payments;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import dev.tenure.workflows.opencontract.CreateWorkingContract;
import dev.tenure.workflows.opencontract.DisputeWorkingContract;
import dev.tenure.workflows.opencontract.OpenContractActivities;
import dev.tenure.workflows.opencontract.ProtocolRead;
import dev.tenure.workflows.opencontract.WorkingContractRef;
import io.micronaut.context.ApplicationContext;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each activity makes of each answer of OpenContract. */
class WorkingContractActivitiesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final HttpExchange HTTP = new HttpExchange(HttpSettings.DIRECT);
  private static final String CREATED = contract("created", "null");
  private static final String DISPUTED = contract("disputed", "\"5\"");

  private final Marketplace market = new Marketplace(OpenContractClient.PATH);
  private final TestActivityEnvironment temporal = TemporalWorld.activities();
  private final OpenContractActivities activities =
      activities(new MemoryPaymentIntents(), temporal);

  WorkingContractActivitiesTest() {
    LocalPaymentSigner signer = Signing.signer();
    String me = "/agents/" + signer.address().text();
    market
        .on("POST", me + "/challenge", ok("{\"challengeId\":\"ch\",\"message\":\"Sign me\"}"))
        .on("POST", me + "/api-key", ok("{\"apiKey\":\"oc_live_planted\",\"keyId\":\"k\"}"))
        .on("GET", "/contracts/contract_1", ok(CREATED))
        .on("GET", "/contracts?client=" + signer.address().text() + "&limit=100", ok("[]"));
  }

  @AfterEach
  void close() {
    temporal.close();
    market.close();
  }

  @Test
  void aCreationIsPaidAndAnswersWithTheContract() {
    market.on("POST", "/contracts", due("80000000"), ok(CREATED));
    PaidAnswer answer = create("80");
    assertThat(answer)
        .isInstanceOfSatisfying(
            PaidAnswer.Paid.class,
            paid -> {
              assertThat(paid.contract().id()).isEqualTo("contract_1");
              assertThat(paid.contract().status()).isEqualTo("created");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/contracts", "/contracts/contract_1/dispute"})
  void aPaymentThatIsAskedForAgainIsUncertainAndSaysWhy(String path) {
    market.on("POST", path, due(path.equals("/contracts") ? "80000000" : "5000000"));
    market.on("GET", "/contracts/contract_1", ok(contract("under-review", "null")));
    PaidAnswer answer = path.equals("/contracts") ? create("80") : dispute("5");
    assertThat(answer)
        .isInstanceOfSatisfying(
            PaidAnswer.Uncertain.class,
            uncertain -> {
              assertThat(uncertain.until()).isAfter(NOW);
              assertThat(uncertain.words()).contains("Payment required");
            });
  }

  @Test
  void aCreationThatOpenContractIsStillBusyWithIsUncertainAndNothingIsSigned() {
    market.on("POST", "/contracts", error(409, "conflict"));
    assertThat(create("80")).isInstanceOf(PaidAnswer.Uncertain.class);
    assertThat(market.asked()).noneMatch(call -> call.headers().containsKey("Payment-signature"));
  }

  @ParameterizedTest
  @CsvSource({
    "under-review, Uncertain",
    "resolved, Overtaken",
    "matched, Overtaken",
    "of-tomorrow, Overtaken"
  })
  void aConflictOfADisputeIsReadFromTheContract(String status, String answer) {
    market
        .on("POST", "/contracts/contract_1/dispute", error(409, "conflict"))
        .on("GET", "/contracts/contract_1", ok(contract(status, "null")));
    assertThat(dispute("5").getClass().getSimpleName()).isEqualTo(answer);
  }

  @Test
  void aDisputeThatIsThereAlreadyIsNotPaidAgain() {
    market
        .on("POST", "/contracts/contract_1/dispute", error(409, "conflict"))
        .on("GET", "/contracts/contract_1", ok(DISPUTED));
    assertThat(dispute("5")).isInstanceOf(PaidAnswer.Paid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "cancel"})
  void aConflictOfAWriteAnswersWithTheContractAsItStands(String write) {
    market
        .on("POST", "/contracts/contract_1/" + write, error(409, "conflict"))
        .on("GET", "/contracts/contract_1", ok(contract("resolved", "null")));
    assertThat(write(write))
        .isInstanceOfSatisfying(
            WorkingContractReading.Seen.class,
            seen -> assertThat(seen.contract().status()).isEqualTo("resolved"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "cancel", "read"})
  void aContractThatIsNotThereIsNotFound(String write) {
    market
        .on("POST", "/contracts/contract_1/" + write, error(404, "not_found"))
        .on("GET", "/contracts/contract_1", error(404, "not_found"));
    assertThat(write(write)).isEqualTo(new WorkingContractReading.NotFound());
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request, request_rejected",
    "401, unauthorized, token_rejected",
    "403, forbidden, request_rejected",
    "418, of_tomorrow, request_rejected",
    "429, rate_limited, marketplace_unavailable",
    "429, too_many_pending_attempts, marketplace_unavailable",
    "500, internal_error, marketplace_unavailable",
    "503, of_tomorrow, marketplace_unavailable"
  })
  void everyOtherAnswerIsAnObstacleOrTime(int status, String code, String type) {
    Reply reply = error(status, code);
    market
        .on("POST", "/contracts", reply)
        .on("POST", "/contracts/contract_1/dispute", reply)
        .on("POST", "/contracts/contract_1/approve", reply)
        .on("POST", "/contracts/contract_1/cancel", reply)
        .on("GET", "/contracts/contract_1", reply)
        .on("GET", "/protocol", reply);
    List<ThrowingCallable> calls =
        List.of(
            () -> create("80"),
            () -> dispute("5"),
            () -> write("approve"),
            () -> write("cancel"),
            () -> write("read"),
            () -> activities.readProtocol(new ProtocolRead(null)));
    for (ThrowingCallable call : calls) {
      ApplicationFailure failure = failure(call);
      assertThat(failure.getType()).isEqualTo(type);
      assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
      assertThat(failure.isNonRetryable()).isEqualTo(!type.equals(Obstacle.UNAVAILABLE));
      assertThat(failure).hasMessageNotContaining("oc_live_planted");
      assertThat(failure.getDetails().get(Obstacle.class).words()).isNotBlank();
    }
  }

  @Test
  void aMissingContractCannotBeDisputed() {
    market.on("POST", "/contracts/contract_1/dispute", error(404, "not_found"));
    assertThat(failure(() -> dispute("5")).getType()).isEqualTo("not_found");
  }

  @Test
  void aLostAnswerIsTimesToHealAndTheNextAttemptFindsWhatWasPaid() {
    market.on("POST", "/contracts", due("80000000"), Reply.cut());
    assertThat(failure(() -> create("80")).getType()).isEqualTo(Obstacle.UNAVAILABLE);
    market.on(
        "GET", "/contracts?client=" + Signing.PAYER.text() + "&limit=100", ok("[" + CREATED + "]"));
    assertThat(create("80")).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(market.asked())
        .filteredOn(call -> call.headers().containsKey("Payment-signature"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"80.000001, the quote says", "500, above"})
  void aPaymentThatMayNotBeMadeIsAnObstacleOfItsOwn(String price, String words) {
    market.on("POST", "/contracts", due(price.equals("500") ? "500000000" : "80000000"));
    ApplicationFailure failure = failure(() -> create(price));
    assertThat(failure.getType()).isEqualTo("payment_refused");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getDetails().get(Obstacle.class).words())
        .contains("nothing was signed", words);
  }

  @Test
  void aCreationWhoseRefusalTheHireHearsOfIsNeverSignedByAnAttemptOfBefore() {
    market.on("POST", "/contracts", due("500000000"));
    assertThat(failure(() -> create("500")).getType()).isEqualTo("payment_refused");
    market.on("POST", "/contracts", due("80000000"), ok(CREATED));
    assertThat(create("80")).isEqualTo(new PaidAnswer.NothingPaid());
    assertThat(market.asked()).noneMatch(call -> call.headers().containsKey("Payment-signature"));
  }

  @ParameterizedTest
  @CsvSource({"401, unauthorized", "404, not_found"})
  void aCreationThatTheHireGoesOnWithIsSignedOnceNothingHoldsIt(int status, String code) {
    market.on("POST", "/contracts", error(status, code));
    failure(() -> create("80"));
    market.on("POST", "/contracts", due("80000000"), ok(CREATED));
    assertThat(create("80")).isInstanceOf(PaidAnswer.Paid.class);
  }

  @Test
  void aCallThatIsHeldByARefusedPaymentIsTriedAgain() {
    market.on("POST", "/contracts", due("500000000"));
    ApplicationFailure failure =
        failure(() -> activities.createContract(wanted("500", IncidentCause.PAYMENT_REFUSED)));
    assertThat(failure.getType()).isEqualTo("payment_refused");
    assertThat(failure.isNonRetryable()).isFalse();
    market.on("POST", "/contracts", due("80000000"), ok(CREATED));
    assertThat(activities.createContract(wanted("80", IncidentCause.PAYMENT_REFUSED)).answer())
        .isInstanceOf(PaidAnswer.Paid.class);
  }

  @Test
  void anAddressOrAnAmountThatCannotBeUsedIsNamedAndNothingIsSent() {
    NewWorkingContract fine = wanted("80", null).contract();
    NewWorkingContract wrong =
        new NewWorkingContract(
            fine.key(),
            fine.title(),
            fine.taskDescription(),
            fine.acceptanceCriteria(),
            null,
            "0x12",
            fine.price(),
            fine.deadlines());
    ApplicationFailure failure =
        failure(() -> activities.createContract(new CreateWorkingContract(wrong, false, null)));
    assertThat(failure.getType()).isEqualTo("request_rejected");
    assertThat(failure).hasMessageContaining("worker").hasMessageContaining("nothing was sent");
    assertThat(failure(() -> create("0.0000001"))).hasMessageContaining("price");
    assertThat(market.asked()).isEmpty();
  }

  @Test
  void withoutTheJournalNothingIsSigned() {
    TestActivityEnvironment own = TemporalWorld.activities();
    try (ApplicationContext journal =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .properties(Map.of("tenure.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none"))
            .start()) {
      OpenContractActivities away =
          activities(new JournalPaymentIntents(journal.getBean(Payments.class)), own);
      ApplicationFailure failure = failure(() -> away.createContract(wanted("80", null)));
      assertThat(failure.getType()).isEqualTo(Obstacle.UNAVAILABLE);
      assertThat(failure).hasMessageContaining("journal");
      assertThat(market.asked()).isEmpty();
    } finally {
      own.close();
    }
  }

  @Test
  void theProtocolIsReadWithEveryNumberThatMoneyIsReckonedBy() {
    market.on(
        "GET",
        "/protocol",
        ok(
            "{\"protocolFee\":0.05,\"workerStakeRatio\":0.05,\"disputeBondRatio\":0.1,"
                + "\"earlyWithdrawalSlashRatio\":0.3,\"absentNoneMetClientShare\":0.8,"
                + "\"baVotingWindow\":\"PT24H\"}"));
    assertThat(activities.readProtocol(new ProtocolRead(null)))
        .isEqualTo(
            new ProtocolParameters(
                new BigDecimal("0.05"),
                new BigDecimal("0.05"),
                new BigDecimal("0.1"),
                new BigDecimal("0.3"),
                new BigDecimal("0.8"),
                Duration.ofHours(24)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"protocolFee\":-0.1}", "{\"protocolFee\":5}"})
  void aNumberThatIsNotToldIsNotAssumed(String data) {
    market.on("GET", "/protocol", ok(data));
    ApplicationFailure failure = failure(() -> activities.readProtocol(new ProtocolRead(null)));
    assertThat(failure.getType()).isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("protocolFee");
  }

  private OpenContractActivities activities(
      PaymentIntents intents, TestActivityEnvironment environment) {
    LocalPaymentSigner signer = Signing.signer();
    InstantSource clock = InstantSource.fixed(NOW);
    OpenContractClient client =
        new OpenContractClient(
            new HttpTransport(HTTP, market.base(), null, HttpLimits.USUAL),
            new Allowance(1000),
            signer,
            "tenure",
            new ShutdownSignal(),
            clock);
    environment.registerActivitiesImplementations(
        new WorkingContractActivities(
            client,
            new PaidCalls(
                client,
                new PaymentAuthorizer(signer, Signing.policy("100", "1000"), intents, clock),
                clock),
            new Allowance(1000),
            clock));
    return environment.newActivityStub(OpenContractActivities.class);
  }

  private PaidAnswer create(String price) {
    return activities.createContract(wanted(price, null)).answer();
  }

  private PaidAnswer dispute(String bond) {
    return activities.disputeContract(
        new DisputeWorkingContract("contract_1", Signing.usdc(bond), "k-1", null));
  }

  private WorkingContractReading write(String action) {
    WorkingContractRef contract = new WorkingContractRef("contract_1", null);
    return switch (action) {
      case "approve" -> activities.approveContract(contract);
      case "cancel" -> activities.cancelContract(contract);
      default -> activities.readContract(contract);
    };
  }

  private static CreateWorkingContract wanted(String price, @Nullable IncidentCause heldBy) {
    return new CreateWorkingContract(
        new NewWorkingContract(
            "k-1",
            "Receipts [k-1]",
            "Label them",
            List.of("all"),
            null,
            Signing.WALLET.text(),
            Signing.usdc(price),
            new Deadlines(
                NOW.plusSeconds(60),
                NOW.plusSeconds(120),
                NOW.plusSeconds(180),
                NOW.plusSeconds(240))),
        false,
        heldBy);
  }

  private static ApplicationFailure failure(ThrowingCallable call) {
    ActivityFailure failure =
        Objects.requireNonNull(catchThrowableOfType(ActivityFailure.class, call));
    return (ApplicationFailure) Objects.requireNonNull(failure.getCause());
  }

  private static String contract(String status, String bond) {
    return "{\"id\":\"contract_1\",\"status\":\"%s\",\"title\":\"Receipts [k-1]\",\"disputeBond\":%s}"
        .formatted(status, bond);
  }

  private static Reply ok(String data) {
    return Reply.json(200, "{\"data\":" + data + "}");
  }

  private static Reply error(int status, String code) {
    return Reply.json(
        status, "{\"error\":{\"code\":\"%s\",\"message\":\"words\"}}".formatted(code));
  }

  private static Reply due(String units) {
    return Reply.json(402, "{}")
        .with("Payment-Required", Signing.base64(Signing.quote(units, Signing.WALLET)));
  }
}
