package dev.tenure.activities.opencontract.signer;

import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.opencontract.signer.PaymentIntents.Recording;
import dev.tenure.activities.opencontract.signer.json.PaymentJson;
import dev.tenure.activities.opencontract.signer.json.PaymentJson.Accepted;
import dev.tenure.activities.opencontract.signer.json.PaymentJson.Paid;
import dev.tenure.activities.opencontract.signer.json.PaymentJson.Payload;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs payments of one address within its limits: first the limits, then the record, then the
 * signature. An intent gets one authorisation, and the same one again for as long as it may still
 * be paid; another only after the first was proven unpaid.
 */
public final class PaymentAuthorizer {

  /** The limit of a day is for any 24 hours. */
  private static final Duration DAY = Duration.ofHours(24);

  private static final ForeignJson JSON = new ForeignJson(PaymentJson.class);
  private static final int NONCE_BYTES = 32;

  private final PaymentSigner signer;
  private final PaymentPolicy policy;
  private final PaymentIntents intents;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public PaymentAuthorizer(
      PaymentSigner signer, PaymentPolicy policy, PaymentIntents intents, InstantSource clock) {
    this.signer = signer;
    this.policy = policy;
    this.intents = intents;
    this.clock = clock;
  }

  /** The address that pays. */
  public Address payer() {
    return signer.address();
  }

  /** The payment of an intent that is settled, or may be. */
  public Optional<RecordedPayment> recorded(PaymentIntent intent) {
    return intents.find(intent.id());
  }

  /**
   * Gives an intent up for good: no attempt of before signs for it any more.
   *
   * @return the payment that stands in the way, since it is settled, or may be; empty where the
   *     intent is given up
   */
  public Optional<RecordedPayment> close(PaymentIntent intent) {
    return intents.close(intent.id());
  }

  /**
   * Checks the limits of a payment that is still to be quoted: a quote that nobody may pay is
   * unpaid for half an hour, and an address may have few of them.
   *
   * @throws PaymentRefusedException where a limit stands in the way; nothing was signed
   */
  public void checkLimits(PaymentIntent intent) throws PaymentRefusedException {
    policy.checkAmount(intent);
    BigInteger signed = intents.signedSince(payer(), clock.instant().minus(DAY));
    if (signed
            .add(Usdc.units("amount", intent.amount()))
            .compareTo(Usdc.units("perDay", policy.perDay()))
        > 0) {
      throw aboveTheDay(intent, signed);
    }
  }

  private PaymentRefusedException aboveTheDay(PaymentIntent intent, BigInteger signed) {
    return new PaymentRefusedException(
        "amount",
        "%s would be above the %s of 24 hours, of which %s are signed for; it can be paid later, or a person may raise the limit"
            .formatted(intent.amount(), policy.perDay(), Usdc.money(signed)));
  }

  /**
   * Records and signs a payment of an intent that has none; empty where the intent was given up.
   *
   * @throws PaymentRefusedException where a limit stands in the way, or the intent has a payment
   *     already; nothing was signed
   */
  public Optional<SignedPayment> authorize(PaymentIntent intent, PaymentRequired required)
      throws PaymentRefusedException {
    PaymentQuote quote = policy.choose(required, intent, payer());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    TransferAuthorization authorization =
        new TransferAuthorization(
            quote,
            payer(),
            now.minus(PaymentAssumptions.VALID_SINCE),
            now.plus(shorter(quote.validity(), PaymentAssumptions.LONGEST_VALIDITY)),
            nonce());
    RecordedPayment payment =
        new RecordedPayment(
            intent.id(),
            required.version(),
            required.resource(),
            authorization,
            now,
            RecordedPayment.State.SIGNED,
            null);
    return switch (intents.record(payment, Usdc.units("perDay", policy.perDay()))) {
      case Recording.Recorded() -> Optional.of(sign(payment));
      case Recording.Closed() -> Optional.empty();
      case Recording.Existing(RecordedPayment other) ->
          throw new PaymentRefusedException(
              "intent",
              "%s has a payment of %s already, which may be settled"
                  .formatted(intent.id(), other.signedAt()));
      case Recording.AboveTheDay(var units) -> throw aboveTheDay(intent, units);
    };
  }

  /**
   * The same payment again, byte for byte; empty where its time is up.
   *
   * @throws PaymentRefusedException where the limits were lowered below it meanwhile
   */
  public Optional<SignedPayment> repeat(PaymentIntent intent, RecordedPayment payment)
      throws PaymentRefusedException {
    TransferAuthorization authorization = payment.authorization();
    if (!clock.instant().isBefore(authorization.validBefore())
        || !authorization.from().equals(payer())) {
      return Optional.empty();
    }
    policy.choose(
        new PaymentRequired(
            payment.version(), payment.resource(), null, List.of(authorization.quote())),
        intent,
        payer());
    return Optional.of(sign(payment));
  }

  /** The money of a payment moved. */
  public void settled(RecordedPayment payment, @Nullable String transaction) {
    intents.settled(payment.intent(), payment.authorization().nonce(), transaction);
  }

  /**
   * Notes that a payment was proven unpaid: a later look and a later quote show nothing of it.
   *
   * @param lookedAt when that look began
   * @throws IllegalStateException where the signature was not worthless yet by then, so that the
   *     look proves nothing
   */
  public void unpaid(RecordedPayment payment, Instant lookedAt) {
    Instant worthless = payment.authorization().worthlessFrom();
    if (lookedAt.isBefore(worthless)) {
      throw new IllegalStateException(
          "the payment of %s may be settled until %s".formatted(payment.intent(), worthless));
    }
    intents.unpaid(payment.intent(), payment.authorization().nonce());
  }

  private SignedPayment sign(RecordedPayment payment) {
    TransferAuthorization authorization = payment.authorization();
    PaymentQuote quote = authorization.quote();
    Payload payload = new Payload(signer.signTransfer(authorization), authorization.json());
    boolean first = payment.version() == 1;
    PaymentJson json =
        first
            ? new PaymentJson(1, null, null, quote.scheme(), quote.network(), payload)
            : new PaymentJson(
                2,
                payment.resource() == null ? null : new Paid(payment.resource()),
                new Accepted(
                    quote.scheme(),
                    quote.network(),
                    quote.units().toString(),
                    quote.asset().text(),
                    quote.payTo().text(),
                    quote.validity().toSeconds()),
                null,
                null,
                payload);
    return new SignedPayment(
        first ? "X-PAYMENT" : "PAYMENT-SIGNATURE",
        Base64.getEncoder().encodeToString(JSON.write(json).getBytes(StandardCharsets.UTF_8)));
  }

  private String nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return "0x" + HexFormat.of().formatHex(nonce);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
