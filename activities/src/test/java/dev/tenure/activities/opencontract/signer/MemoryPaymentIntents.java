package dev.tenure.activities.opencontract.signer;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link PaymentIntents} of one test. */
public final class MemoryPaymentIntents implements PaymentIntents {

  /** What happens before a payment is recorded. */
  public volatile Runnable beforeRecord = () -> {};

  private final List<RecordedPayment> payments = new ArrayList<>();
  private final Set<String> closed = new HashSet<>();

  @Override
  public synchronized Optional<RecordedPayment> find(String intent) {
    return payments.stream().filter(p -> p.intent().equals(intent) && open(p)).findFirst();
  }

  @Override
  public synchronized Optional<RecordedPayment> close(String intent) {
    Optional<RecordedPayment> payment = find(intent);
    if (payment.isEmpty()) {
      closed.add(intent);
    }
    return payment;
  }

  @Override
  public Recording record(RecordedPayment payment, BigInteger mostUnits) {
    beforeRecord.run();
    return recordNow(payment, mostUnits);
  }

  private synchronized Recording recordNow(RecordedPayment payment, BigInteger mostUnits) {
    if (closed.contains(payment.intent())) {
      return new Recording.Closed();
    }
    Optional<RecordedPayment> other = find(payment.intent());
    if (other.isPresent()) {
      return new Recording.Existing(other.get());
    }
    BigInteger signed =
        signedSince(payment.authorization().from(), payment.signedAt().minus(Duration.ofHours(24)));
    if (signed.add(payment.authorization().quote().units()).compareTo(mostUnits) > 0) {
      return new Recording.AboveTheDay(signed);
    }
    payments.add(payment);
    return new Recording.Recorded();
  }

  @Override
  public synchronized void settled(String intent, String nonce, @Nullable String transaction) {
    payments.replaceAll(
        p ->
            is(p, intent, nonce)
                ? with(
                    p,
                    RecordedPayment.State.SETTLED,
                    p.transaction() == null ? transaction : p.transaction())
                : p);
  }

  @Override
  public synchronized void unpaid(String intent, String nonce) {
    payments.replaceAll(
        p ->
            is(p, intent, nonce) && p.state() == RecordedPayment.State.SIGNED
                ? with(p, RecordedPayment.State.UNPAID, p.transaction())
                : p);
  }

  @Override
  public synchronized BigInteger signedSince(Address payer, Instant since) {
    return payments.stream()
        .filter(p -> open(p) && p.authorization().from().equals(payer))
        .filter(p -> p.signedAt().isAfter(since))
        .map(p -> p.authorization().quote().units())
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static boolean open(RecordedPayment payment) {
    return payment.state() != RecordedPayment.State.UNPAID;
  }

  private static boolean is(RecordedPayment payment, String intent, String nonce) {
    return payment.intent().equals(intent) && payment.authorization().nonce().equals(nonce);
  }

  private static RecordedPayment with(
      RecordedPayment payment, RecordedPayment.State state, @Nullable String transaction) {
    return new RecordedPayment(
        payment.intent(),
        payment.version(),
        payment.resource(),
        payment.authorization(),
        payment.signedAt(),
        state,
        transaction);
  }
}
