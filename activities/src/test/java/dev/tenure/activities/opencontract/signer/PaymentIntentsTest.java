package dev.tenure.activities.opencontract.signer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.RealJournal;
import dev.tenure.activities.opencontract.signer.PaymentIntents.Recording;
import dev.tenure.journal.payment.Payments;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every place that keeps payments must hold; the journal's on a real PostgreSQL. */
class PaymentIntentsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final BigInteger PLENTY = BigInteger.valueOf(1_000_000_000L);

  static Stream<PaymentIntents> places() {
    return Stream.of(
        new MemoryPaymentIntents(), new JournalPaymentIntents(RealJournal.bean(Payments.class)));
  }

  private final Address payer =
      new Address("0x" + UUID.randomUUID().toString().replace("-", "") + "00000000");
  private final String intent = "create:" + UUID.randomUUID();

  @ParameterizedTest
  @MethodSource("places")
  void aPaymentComesBackAsItWasRecorded(PaymentIntents intents) {
    RecordedPayment payment = payment(intent, 5, NOW);
    assertThat(intents.record(payment, PLENTY)).isEqualTo(new Recording.Recorded());
    assertThat(intents.find(intent)).contains(payment);
  }

  @ParameterizedTest
  @MethodSource("places")
  void anIntentHasOnePaymentUntilThatIsProvenUnpaid(PaymentIntents intents) {
    RecordedPayment first = payment(intent, 5, NOW);
    RecordedPayment second = payment(intent, 5, NOW.plusSeconds(9));
    assertThat(intents.record(first, PLENTY)).isEqualTo(new Recording.Recorded());
    assertThat(intents.record(second, PLENTY)).isEqualTo(new Recording.Existing(first));
    intents.unpaid(intent, first.authorization().nonce());
    assertThat(intents.find(intent)).isEmpty();
    assertThat(intents.record(second, PLENTY)).isEqualTo(new Recording.Recorded());
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatIsSettledStaysSoAndTheFirstHashToo(PaymentIntents intents) {
    RecordedPayment payment = payment(intent, 5, NOW);
    intents.record(payment, PLENTY);
    intents.settled(intent, payment.authorization().nonce(), "0x1");
    intents.settled(intent, payment.authorization().nonce(), null);
    intents.unpaid(intent, payment.authorization().nonce());
    RecordedPayment kept = intents.find(intent).orElseThrow();
    assertThat(kept.state()).isEqualTo(RecordedPayment.State.SETTLED);
    assertThat(kept.transaction()).isEqualTo("0x1");
  }

  @ParameterizedTest
  @MethodSource("places")
  void anIntentThatIsGivenUpTakesNoPaymentAnyMore(PaymentIntents intents) {
    assertThat(intents.close(intent)).isEmpty();
    assertThat(intents.close(intent)).isEmpty();
    assertThat(intents.record(payment(intent, 5, NOW), PLENTY)).isEqualTo(new Recording.Closed());
    assertThat(intents.find(intent)).isEmpty();
    assertThat(intents.signedSince(payer, NOW.minusSeconds(1))).isZero();
  }

  @ParameterizedTest
  @MethodSource("places")
  void anIntentWhosePaymentMayBeSettledIsNotGivenUp(PaymentIntents intents) {
    RecordedPayment payment = payment(intent, 5, NOW);
    intents.record(payment, PLENTY);
    assertThat(intents.close(intent)).contains(payment);
    intents.unpaid(intent, payment.authorization().nonce());
    assertThat(intents.close(intent)).isEmpty();
    assertThat(intents.record(payment(intent, 5, NOW), PLENTY)).isEqualTo(new Recording.Closed());
  }

  @ParameterizedTest
  @MethodSource("places")
  void ofAPaymentAndAGivingUpAtTheSameMomentOneWins(PaymentIntents intents) throws Exception {
    for (int round = 0; round < 20; round++) {
      String one = intent + round;
      List<Callable<Boolean>> both =
          List.of(
              () -> intents.record(payment(one, 1, NOW), PLENTY) instanceof Recording.Recorded,
              () -> intents.close(one).isEmpty());
      List<Boolean> won = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Boolean> each : threads.invokeAll(both)) {
          won.add(each.get());
        }
      }
      assertThat(won).containsExactlyInAnyOrder(true, false);
      assertThat(intents.find(one).isPresent()).isEqualTo(won.getFirst());
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void theDayCountsWhatMayBePaidAndNothingOlder(PaymentIntents intents) {
    BigInteger most = BigInteger.TEN;
    RecordedPayment unpaid = payment(intent + "a", 6, NOW);
    intents.record(unpaid, most);
    assertThat(intents.record(payment(intent + "b", 5, NOW), most))
        .isEqualTo(new Recording.AboveTheDay(BigInteger.valueOf(6)));
    intents.unpaid(unpaid.intent(), unpaid.authorization().nonce());
    assertThat(intents.record(payment(intent + "b", 10, NOW), most))
        .isEqualTo(new Recording.Recorded());
    assertThat(intents.signedSince(payer, NOW.minusSeconds(1))).isEqualTo(BigInteger.TEN);
    assertThat(intents.record(payment(intent + "c", 1, NOW.plus(Duration.ofHours(23))), most))
        .isInstanceOf(Recording.AboveTheDay.class);
    assertThat(intents.record(payment(intent + "c", 1, NOW.plus(Duration.ofHours(24))), most))
        .isEqualTo(new Recording.Recorded());
  }

  @ParameterizedTest
  @MethodSource("places")
  void ofManyAtTheSameMomentOneIsRecordedAndTheDayIsKept(PaymentIntents intents) throws Exception {
    List<Callable<Recording>> sameIntent =
        IntStream.range(0, 8)
            .<Callable<Recording>>mapToObj(
                i -> () -> intents.record(payment(intent, 1, NOW), PLENTY))
            .toList();
    assertThat(recorded(sameIntent)).isEqualTo(1);
    List<Callable<Recording>> sameDay =
        IntStream.range(0, 8)
            .<Callable<Recording>>mapToObj(
                i -> () -> intents.record(payment(intent + i, 3, NOW), BigInteger.TEN))
            .toList();
    assertThat(recorded(sameDay)).isEqualTo(3);
  }

  private static long recorded(List<Callable<Recording>> tries) throws Exception {
    long recorded = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Recording> one : threads.invokeAll(tries)) {
        recorded += one.get() instanceof Recording.Recorded ? 1 : 0;
      }
    }
    return recorded;
  }

  private RecordedPayment payment(String of, long units, Instant at) {
    PaymentQuote quote =
        new PaymentQuote(
            "exact",
            Signing.NETWORK,
            Signing.USDC,
            Signing.WALLET,
            BigInteger.valueOf(units),
            Duration.ofSeconds(60),
            "USDC",
            "2");
    return new RecordedPayment(
        of,
        2,
        "https://market.example/v1/contracts",
        new TransferAuthorization(
            quote,
            payer,
            at.minusSeconds(600),
            at.plusSeconds(60),
            "0x" + UUID.randomUUID().toString().replace("-", "").repeat(2)),
        at,
        RecordedPayment.State.SIGNED,
        null);
  }
}
