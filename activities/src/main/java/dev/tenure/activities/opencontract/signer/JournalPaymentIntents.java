package dev.tenure.activities.opencontract.signer;

import dev.tenure.journal.payment.PaymentRow;
import dev.tenure.journal.payment.PaymentState;
import dev.tenure.journal.payment.Payments;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link PaymentIntents} in the journal, which all workers share. */
public final class JournalPaymentIntents implements PaymentIntents {

  private final Payments payments;

  public JournalPaymentIntents(Payments payments) {
    this.payments = payments;
  }

  @Override
  public Optional<RecordedPayment> find(String intent) {
    return payments.find(intent).map(JournalPaymentIntents::payment);
  }

  @Override
  public Optional<RecordedPayment> close(String intent) {
    return payments.close(intent).map(JournalPaymentIntents::payment);
  }

  @Override
  public Recording record(RecordedPayment payment, BigInteger mostUnits) {
    return switch (payments.record(row(payment), mostUnits)) {
      case Payments.Recording.Recorded() -> new Recording.Recorded();
      case Payments.Recording.Existing(PaymentRow other) -> new Recording.Existing(payment(other));
      case Payments.Recording.Closed() -> new Recording.Closed();
      case Payments.Recording.AboveTheDay(BigInteger units) -> new Recording.AboveTheDay(units);
    };
  }

  @Override
  public void settled(String intent, String nonce, @Nullable String transaction) {
    payments.settled(intent, nonce, transaction);
  }

  @Override
  public void unpaid(String intent, String nonce) {
    payments.unpaid(intent, nonce);
  }

  @Override
  public BigInteger signedSince(Address payer, Instant since) {
    return payments.signedSince(payer.text(), since);
  }

  private static PaymentRow row(RecordedPayment payment) {
    TransferAuthorization authorization = payment.authorization();
    PaymentQuote quote = authorization.quote();
    return new PaymentRow(
        payment.intent(),
        authorization.nonce(),
        authorization.from().text(),
        quote.payTo().text(),
        quote.scheme(),
        quote.network(),
        quote.asset().text(),
        quote.tokenName(),
        quote.tokenVersion(),
        quote.units(),
        payment.version(),
        payment.resource(),
        quote.validity(),
        authorization.validAfter(),
        authorization.validBefore(),
        payment.signedAt(),
        PaymentState.valueOf(payment.state().name()),
        payment.transaction());
  }

  private static RecordedPayment payment(PaymentRow row) {
    PaymentQuote quote =
        new PaymentQuote(
            row.scheme(),
            row.network(),
            new Address(row.asset()),
            new Address(row.payee()),
            row.units(),
            row.validity(),
            row.tokenName(),
            row.tokenVersion());
    return new RecordedPayment(
        row.intent(),
        row.x402Version(),
        row.resource(),
        new TransferAuthorization(
            quote, new Address(row.payer()), row.validAfter(), row.validBefore(), row.nonce()),
        row.signedAt(),
        RecordedPayment.State.valueOf(row.state().name()),
        row.transaction());
  }
}
