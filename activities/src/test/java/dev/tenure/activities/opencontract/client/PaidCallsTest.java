package dev.tenure.activities.opencontract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opencontract.client.PayingServer.Fault;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.LocalPaymentSigner;
import dev.tenure.activities.opencontract.signer.MemoryPaymentIntents;
import dev.tenure.activities.opencontract.signer.PaymentAuthorizer;
import dev.tenure.activities.opencontract.signer.PaymentIntents;
import dev.tenure.activities.opencontract.signer.PaymentRefusedException;
import dev.tenure.activities.opencontract.signer.RecordedPayment;
import dev.tenure.activities.opencontract.signer.SignedPayment;
import dev.tenure.activities.opencontract.signer.Signing;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is lost, money moves once. */
class PaidCallsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration OVER = Duration.ofMinutes(4);
  private static final HttpExchange HTTP = new HttpExchange(HttpSettings.DIRECT);
  private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(20), 1 << 20);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final PayingServer server = new PayingServer(now::get);
  private final MemoryPaymentIntents intents = new MemoryPaymentIntents();

  @AfterEach
  void close() {
    server.close();
  }

  static SignedPayment payment() {
    return new SignedPayment("PAYMENT-SIGNATURE", "e30=");
  }

  @Test
  void aCreationIsQuotedPaidAndDone() throws Exception {
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.settled()).isEqualTo(1);
    assertThat(server.payments()).hasSize(1);
  }

  @Test
  void aPaymentFollowsItsQuoteHoweverManyOtherCallsWaitForATurnMeanwhile() throws Exception {
    var allowance = new Allowance(1000);
    server.beside = () -> IntStream.range(0, 60_000).forEach(call -> allowance.reserve(1, OVER));
    assertThat(calls(client(allowance), Signing.signer(), "100", intents).create(contract()))
        .isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.settled()).isEqualTo(1);
  }

  @Test
  void aCreationAboveTheLimitsIsNotEvenQuoted() {
    assertThat(
            catchThrowableOfType(
                PaymentRefusedException.class,
                () -> calls(Signing.signer(), "79", intents).create(contract())))
        .hasMessageContaining("79");
    assertThat(server.mostUnpaid()).isZero();
  }

  @Test
  void aDisputeThatFindsNoTurnIsToldSinceSilenceWouldPay() {
    var allowance = new Allowance(1000);
    IntStream.range(0, 60_000).forEach(call -> allowance.reserve(1, OVER));
    PaidCalls calls = calls(client(allowance), Signing.signer(), "100", intents);
    Unavailable dispute =
        catchThrowableOfType(
            Unavailable.class, () -> calls.dispute("contract_d", Signing.usdc("2.5"), "k-d"));
    assertThat(dispute.limited()).isTrue();
    assertThat(dispute.mayHaveRun()).isFalse();
    Unavailable creation = catchThrowableOfType(Unavailable.class, () -> calls.create(contract()));
    assertThat(creation.throttled()).isTrue();
  }

  @Test
  void ofManyCreationsAtOnceFewAreUnpaidAtAnyTimeAndAllAreMade() throws Exception {
    var threeSign = new CountDownLatch(3);
    intents.beforeRecord =
        () -> {
          threeSign.countDown();
          await(threeSign);
        };
    PaidCalls calls = calls();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PaidAnswer>> made =
          IntStream.range(0, 12)
              .mapToObj(i -> threads.submit(() -> calls.create(contract("k-" + i))))
              .toList();
      for (Future<PaidAnswer> one : made) {
        assertThat(one.get(30, TimeUnit.SECONDS)).isInstanceOf(PaidAnswer.Paid.class);
      }
    }
    assertThat(server.settled()).isEqualTo(12);
    assertThat(server.mostUnpaid()).isBetween(3, 4);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSecondCallForTheSameContractFindsTheFirst() throws Exception {
    calls().create(contract());
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.payments()).hasSize(1);
  }

  @Test
  void anAnswerLostAfterSettlingIsFoundByReadingAndNothingIsSignedAgain() throws Exception {
    server.fault = Fault.LOST_AFTER_SETTLING;
    assertThat(lost()).isTrue();
    assertThat(calls().create(contract()))
        .isInstanceOfSatisfying(
            PaidAnswer.Paid.class,
            paid -> assertThat(paid.contract().id()).isEqualTo("contract_1"));
    assertThat(server.settled()).isEqualTo(1);
    assertThat(server.payments()).hasSize(1);
  }

  @Test
  void anAnswerLostBeforeSettlingIsRepeatedWithTheSameBytes() throws Exception {
    server.fault = Fault.LOST_BEFORE_SETTLING;
    assertThat(lost()).isTrue();
    now.set(NOW.plusSeconds(30));
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.payments()).hasSize(2);
    assertThat(server.payments().get(1)).isEqualTo(server.payments().get(0));
    assertThat(server.settled()).isEqualTo(1);
  }

  @Test
  void whileASignatureMayStillBeSettledNoOtherIsMade() throws Exception {
    server.fault = Fault.LOST_AND_SETTLING_LATE;
    assertThat(lost()).isTrue();
    now.set(NOW.plusSeconds(100));
    assertThat(calls().create(contract()))
        .isInstanceOfSatisfying(
            PaidAnswer.Uncertain.class,
            uncertain -> assertThat(uncertain.until()).isEqualTo(NOW.plusSeconds(180)));
    assertThat(server.payments()).hasSize(1);
  }

  @Test
  void aSettlementThatTheListShowsLateIsNotPaidAgainWithinItsTime() throws Exception {
    server.fault = Fault.LOST_AND_SETTLING_LATE;
    assertThat(lost()).isTrue();
    server.settleLate();
    server.hidden = true;
    now.set(NOW.plusSeconds(100));
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Uncertain.class);
    server.hidden = false;
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.settled()).isEqualTo(1);
  }

  @Test
  void onceProvenUnpaidItIsSignedAnewAndPaidOnce() throws Exception {
    server.fault = Fault.LOST_AND_SETTLING_LATE;
    assertThat(lost()).isTrue();
    now.set(NOW.plus(OVER));
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    server.settleLate();
    assertThat(server.settled()).isEqualTo(1);
    assertThat(server.payments()).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aFailedSettlementIsUncertainAndLaterPaidAnewIntoTheNewWallet() throws Exception {
    server.fault = Fault.SETTLEMENT_FAILED;
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Uncertain.class);
    now.set(NOW.plus(OVER));
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.settled()).isEqualTo(1);
  }

  @Test
  void whatAnotherKeyOfTheAccountPaidIsFoundAfterTheKeyWasChanged() throws Exception {
    server.fault = Fault.LOST_AFTER_SETTLING;
    assertThat(lost()).isTrue();
    LocalPaymentSigner other = Signing.signerOf("01".repeat(32));
    assertThat(calls(other).create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.settled()).isEqualTo(1);
    assertThat(server.payments()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aRestartBetweenAnyTwoStepsPaysOnce(Fault fault) throws Exception {
    server.fault = fault;
    for (int attempt = 0; attempt < 4; attempt++) {
      try {
        calls().create(contract());
      } catch (Unavailable e) {
        assertThat(e.mayHaveRun()).isTrue();
      }
      now.set(now.get().plus(OVER));
    }
    server.settleLate();
    assertThat(server.settled()).isEqualTo(1);
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
  }

  @Test
  void aContractThatSomebodyElseMadeOfTheSameBytesIsFoundAndNotPaid() throws Exception {
    calls().create(contract());
    PaidCalls other =
        new PaidCalls(
            client(),
            new PaymentAuthorizer(
                Signing.signer(),
                Signing.policy("100", "100"),
                new MemoryPaymentIntents(),
                now::get),
            now::get);
    assertThat(other.create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.payments()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"403<html>no</html>", "404<html>no</html>", "302"})
  void whatAProxySaysAfterALostAnswerNeverSaysThatNothingWasPaid(String answer) throws Exception {
    server.fault = Fault.LOST_AFTER_SETTLING;
    assertThat(lost()).isTrue();
    for (Duration later : List.of(Duration.ofSeconds(30), OVER)) {
      now.set(NOW.plus(later));
      server.proxied = answer;
      assertThat(calls().create(contract()))
          .isInstanceOfSatisfying(
              PaidAnswer.Uncertain.class,
              uncertain -> assertThat(uncertain.until()).isAfter(now.get()));
    }
    server.proxied = null;
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.settled()).isEqualTo(1);
  }

  @Test
  void aLimitThatWasLoweredWhileASignatureIsOutNeverSaysThatNothingWasPaid() throws Exception {
    server.fault = Fault.LOST_AND_SETTLING_LATE;
    assertThat(lost()).isTrue();
    now.set(NOW.plusSeconds(30));
    assertThat(calls(Signing.signer(), "10", intents).create(contract()))
        .isInstanceOfSatisfying(
            PaidAnswer.Uncertain.class,
            uncertain -> {
              assertThat(uncertain.until()).isEqualTo(NOW.plusSeconds(180));
              assertThat(uncertain.words()).contains("10");
            });
    now.set(NOW.plus(OVER));
    assertThat(
            catchThrowableOfType(
                PaymentRefusedException.class,
                () -> calls(Signing.signer(), "10", intents).create(contract())))
        .isNotNull();
    assertThat(intents.find("create:k-1")).isEmpty();
  }

  @Test
  void anAttemptThatAnotherOneOvertookInSigningNeverSaysThatNothingWasPaid() throws Exception {
    server.fault = Fault.LOST_AND_SETTLING_LATE;
    assertThat(lost()).isTrue();
    PaidCalls overlapping = calls(Signing.signer(), "100", new Late(intents));
    assertThat(overlapping.create(contract())).isInstanceOf(PaidAnswer.Uncertain.class);
    server.settleLate();
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.settled()).isEqualTo(1);
  }

  @Test
  void aRefusalOfTheApiCountsOnceTheSignatureIsWorthless() throws Exception {
    server.fault = Fault.LOST_AND_SETTLING_LATE;
    assertThat(lost()).isTrue();
    server.refused = "400{\"error\":{\"code\":\"invalid_request\",\"message\":\"past\"}}";
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Uncertain.class);
    assertThat(intents.find("create:k-1")).isPresent();
    now.set(NOW.plus(OVER));
    assertThat(catchThrowableOfType(OpenContractRefusal.class, () -> calls().create(contract())))
        .hasMessageContaining("past");
    assertThat(intents.find("create:k-1")).isEmpty();
    server.settleLate();
    assertThat(server.settled()).isZero();
  }

  @Test
  void aCreationThatIsNotWantedAnyMoreIsNeverSignedAgain() throws Exception {
    server.fault = Fault.LOST_BEFORE_SETTLING;
    assertThat(lost()).isTrue();
    assertThat(calls().settleCreation(contract()))
        .isInstanceOfSatisfying(
            PaidAnswer.Uncertain.class,
            uncertain -> assertThat(uncertain.until()).isEqualTo(NOW.plusSeconds(180)));
    now.set(NOW.plus(OVER));
    assertThat(calls().settleCreation(contract())).isEqualTo(new PaidAnswer.NothingPaid());
    assertThat(intents.find("create:k-1")).isEmpty();
    assertThat(server.payments()).hasSize(1);
    assertThat(server.settled()).isZero();
  }

  @Test
  void aCreationThatIsNotWantedAnyMoreIsFoundWhereItWasPaid() throws Exception {
    server.fault = Fault.LOST_AFTER_SETTLING;
    assertThat(lost()).isTrue();
    assertThat(calls().settleCreation(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.payments()).hasSize(1);
  }

  @Test
  void anAttemptThatALaterOneOvertookWithNothingPaidSignsNothing() throws Exception {
    PaidCalls overtaken =
        calls(
            Signing.signer(),
            "100",
            new Overtaken(
                intents,
                () ->
                    assertThat(calls().settleCreation(contract()))
                        .isEqualTo(new PaidAnswer.NothingPaid())));
    assertThat(overtaken.create(contract())).isEqualTo(new PaidAnswer.NothingPaid());
    assertThat(server.payments()).isEmpty();
    assertThat(calls().create(contract())).isEqualTo(new PaidAnswer.NothingPaid());
    assertThat(server.payments()).isEmpty();
  }

  @Test
  void anAttemptThatSignsBesideALaterOneKeepsItFromSayingThatNothingWasPaid() throws Exception {
    server.fault = Fault.LOST_AND_SETTLING_LATE;
    assertThat(lost()).isTrue();
    PaidCalls later = calls(Signing.signer(), "100", new Late(intents));
    assertThat(later.settleCreation(contract())).isInstanceOf(PaidAnswer.Uncertain.class);
    assertThat(later.giveUp(contract())).containsInstanceOf(PaidAnswer.Uncertain.class);
    server.settleLate();
    assertThat(calls().settleCreation(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(calls().giveUp(contract())).isPresent();
  }

  @Test
  void aCreationOfManyThatWasNeverPaidIsPaidAnewAfterALookAtItsOwnTimeAlone() throws Exception {
    server.others(2_500, NOW.minus(Duration.ofHours(1)));
    server.fault = Fault.LOST_BEFORE_SETTLING;
    assertThat(lost()).isTrue();
    now.set(NOW.plus(OVER));
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.lists()).isEqualTo(1);
    assertThat(server.settled()).isEqualTo(1);
  }

  @Test
  void aCreationThatWasPaidIsFoundBehindAllThatWereCreatedSince() throws Exception {
    server.fault = Fault.LOST_AFTER_SETTLING;
    assertThat(lost()).isTrue();
    server.others(2_500, NOW.plusSeconds(10));
    now.set(NOW.plus(OVER));
    assertThat(calls().create(contract())).isInstanceOf(PaidAnswer.Paid.class);
    assertThat(server.payments()).hasSize(1);
  }

  @Test
  void aListThatLeadsInACircleIsNoProofThatNothingWasPaid() throws Exception {
    server.fault = Fault.LOST_AFTER_SETTLING;
    assertThat(lost()).isTrue();
    server.others(250, NOW.plusSeconds(10));
    server.circle = true;
    now.set(NOW.plus(OVER));
    assertThat(catchThrowableOfType(Unavailable.class, () -> calls().create(contract())))
        .hasMessageContaining("a page of before");
    assertThat(server.payments()).hasSize(1);
  }

  /** Something happens between an attempt's quote and its record. */
  private static final class Overtaken extends Delegating {
    private final Check meanwhile;

    private Overtaken(PaymentIntents intents, Check meanwhile) {
      super(intents);
      this.meanwhile = meanwhile;
    }

    private interface Check {
      void run() throws Exception;
    }

    @Override
    public Recording record(RecordedPayment payment, BigInteger mostUnits) {
      try {
        meanwhile.run();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      return super.record(payment, mostUnits);
    }
  }

  /** Another attempt records its payment just after this one looked for one. */
  private static final class Late extends Delegating {
    private boolean looked;

    private Late(PaymentIntents intents) {
      super(intents);
    }

    @Override
    public Optional<RecordedPayment> find(String intent) {
      boolean early = !looked;
      looked = true;
      return early ? Optional.empty() : super.find(intent);
    }
  }

  private static class Delegating implements PaymentIntents {
    private final PaymentIntents intents;

    private Delegating(PaymentIntents intents) {
      this.intents = intents;
    }

    @Override
    public Optional<RecordedPayment> find(String intent) {
      return intents.find(intent);
    }

    @Override
    public Optional<RecordedPayment> close(String intent) {
      return intents.close(intent);
    }

    @Override
    public Recording record(RecordedPayment payment, BigInteger mostUnits) {
      return intents.record(payment, mostUnits);
    }

    @Override
    public void settled(String intent, String nonce, @Nullable String transaction) {
      intents.settled(intent, nonce, transaction);
    }

    @Override
    public void unpaid(String intent, String nonce) {
      intents.unpaid(intent, nonce);
    }

    @Override
    public BigInteger signedSince(Address payer, Instant since) {
      return intents.signedSince(payer, since);
    }
  }

  @Test
  void aQuoteOfAnotherAmountIsRefusedAndNothingLeaves() {
    server.units = "80000001";
    PaymentRefusedException refused =
        catchThrowableOfType(PaymentRefusedException.class, () -> calls().create(contract()));
    assertThat(refused.field()).isEqualTo("amount");
    assertThat(server.payments()).isEmpty();
  }

  @Test
  void aDisputeLocksItsBondOnceWhateverIsLost() throws Exception {
    server.units = "2500000";
    server.fault = Fault.LOST_AFTER_SETTLING;
    assertThat(
            catchThrowableOfType(
                    Unavailable.class,
                    () -> calls().dispute("contract_d", Signing.usdc("2.5"), "k-d"))
                .mayHaveRun())
        .isTrue();
    assertThat(calls().dispute("contract_d", Signing.usdc("2.5"), "k-d"))
        .isInstanceOfSatisfying(
            PaidAnswer.Paid.class,
            paid -> assertThat(paid.contract().status()).isEqualTo("disputed"));
    assertThat(server.settled()).isEqualTo(1);
    assertThat(server.payments()).hasSize(1);
  }

  private boolean lost() {
    return catchThrowableOfType(Unavailable.class, () -> calls().create(contract())).mayHaveRun();
  }

  /** As after a restart: everything but what was recorded is new. */
  private PaidCalls calls() {
    return calls(Signing.signer());
  }

  private PaidCalls calls(LocalPaymentSigner signer) {
    return calls(signer, "100", intents);
  }

  private PaidCalls calls(LocalPaymentSigner signer, String most, PaymentIntents recorded) {
    return calls(client(), signer, most, recorded);
  }

  private PaidCalls calls(
      OpenContractClient client, LocalPaymentSigner signer, String most, PaymentIntents recorded) {
    return new PaidCalls(
        client,
        new PaymentAuthorizer(signer, Signing.policy(most, "1000"), recorded, now::get),
        now::get);
  }

  private OpenContractClient client() {
    return client(new Allowance(1000));
  }

  private OpenContractClient client(Allowance allowance) {
    return new OpenContractClient(
        new HttpTransport(HTTP, server.base(), null, LIMITS),
        allowance,
        Signing.signer(),
        "tenure",
        new ShutdownSignal(),
        now::get);
  }

  private static NewContract contract() {
    return contract("k-1");
  }

  private static NewContract contract(String key) {
    return new NewContract(
        "Receipts [" + key + "]",
        "Label them",
        List.of("all"),
        null,
        Signing.WALLET,
        Signing.usdc("80"),
        NOW.plus(Duration.ofDays(1)),
        NOW.plus(Duration.ofDays(2)),
        NOW.plus(Duration.ofDays(3)),
        NOW.plus(Duration.ofDays(4)),
        key);
  }
}
