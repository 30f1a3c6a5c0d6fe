package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.PaymentQuote;
import dev.tenure.sandbox.opencontract.model.WalletEntry;
import dev.tenure.sandbox.opencontract.model.WalletEntry.Purpose;
import dev.tenure.sandbox.opencontract.rules.Outcome.Receipt;
import dev.tenure.sandbox.opencontract.signature.Signer;
import dev.tenure.sandbox.opencontract.signature.TokenDomain;
import dev.tenure.sandbox.opencontract.signature.TransferAuthorization;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Payments by signature (x402, scheme {@code exact}). Nothing is broadcast: the chain is a balance
 * for each address. The signature is checked for real, and a nonce works once.
 */
@Singleton
public class Payments {
  /** How long an amount is kept after it was first quoted (assumed for all calls but create). */
  public static final Duration QUOTE_LIFETIME = Duration.ofMinutes(30);

  /** The token in which everything is paid. */
  public static final TokenDomain TOKEN = TokenDomain.USDC;

  public static final String SCHEME = "exact";

  /** The network's name before CAIP-2, which payloads of the first version use. */
  public static final String OLD_NETWORK = "base-sepolia";

  private final OpenContractWorld world;

  Payments(OpenContractWorld world) {
    this.world = world;
  }

  /** A wallet that nobody has used before. */
  public String newWallet() {
    return "0x" + "e5c0" + "%036x".formatted(world.next("wallet"));
  }

  /**
   * What a call costs; the same amount as before while that quote lives.
   *
   * @param latest the deadline of the call, beyond which no quote lives
   */
  public PaymentQuote quote(
      String call, String payer, String payTo, long units, String description, Instant latest) {
    String key = call + "/" + Address.key(payer);
    PaymentQuote known = world.quotes.find(key);
    if (known != null && known.payTo().equals(payTo) && world.now().isBefore(known.diesAt())) {
      return known;
    }
    Instant end = world.now().plus(QUOTE_LIFETIME);
    PaymentQuote quote =
        new PaymentQuote(
            call, payer, payTo, units, description, latest.isBefore(end) ? latest : end);
    world.quotes.put(key, quote);
    return quote;
  }

  /**
   * Settles the payment of a quote.
   *
   * @return how that went; null when no payment came
   * @throws ApiError when somebody else than the caller would pay
   */
  public @Nullable Receipt settle(
      PaymentQuote quote, @Nullable SignedTransfer payment, Purpose purpose) {
    if (payment == null) {
      return null;
    }
    if (!Address.same(payment.authorization().from(), quote.payer())) {
      throw ApiError.forbidden(
          "payload.authorization.from must be the address of the API key, " + quote.payer());
    }
    String objection = objection(quote, payment);
    if (objection != null) {
      return new Receipt(false, "", quote.payer(), objection);
    }
    String transaction = pay(quote.payer(), quote.payTo(), quote.units(), purpose);
    world.nonces.put(nonce(payment.authorization()), transaction);
    return new Receipt(true, transaction, quote.payer(), null);
  }

  /** Moves money into the wallet of a contract. */
  public String pay(String payer, String wallet, long units, Purpose purpose) {
    world.setBalance(payer, Math.subtractExact(world.balance(payer), units));
    return book(wallet, true, payer, units, purpose);
  }

  /** Moves money out of the wallet of a contract. */
  public void payOut(String wallet, String party, long units, Purpose purpose) {
    world.setBalance(party, Math.addExact(world.balance(party), units));
    book(wallet, false, party, units, purpose);
  }

  private String book(String wallet, boolean incoming, String party, long units, Purpose purpose) {
    String transaction = "0x%064x".formatted(world.next("transaction"));
    world.entries.append(
        position ->
            new WalletEntry(
                position, wallet, incoming, party, units, purpose, transaction, world.now()));
    return transaction;
  }

  /** The reasons are those of the x402 standard; OpenContract's documents name none. */
  private @Nullable String objection(PaymentQuote quote, SignedTransfer payment) {
    TransferAuthorization transfer = payment.authorization();
    BigInteger now = BigInteger.valueOf(world.clock().wall().getEpochSecond());
    if (!payment.scheme().equals(SCHEME)) {
      return "unsupported_scheme";
    } else if (!payment.network().equals(TOKEN.network())
        && !payment.network().equals(OLD_NETWORK)) {
      return "invalid_network";
    } else if (!Address.same(transfer.to(), quote.payTo())) {
      return "invalid_exact_evm_payload_recipient_mismatch";
    } else if (!transfer.value().equals(BigInteger.valueOf(quote.units()))) {
      return "invalid_exact_evm_payload_authorization_value";
    } else if (now.compareTo(transfer.validAfter()) <= 0) {
      return "invalid_exact_evm_payload_authorization_valid_after";
    } else if (now.compareTo(transfer.validBefore()) >= 0) {
      return "invalid_exact_evm_payload_authorization_valid_before";
    } else if (Signer.ofTransfer(transfer, TOKEN, payment.signature())
        .filter(by -> Address.same(by, transfer.from()))
        .isEmpty()) {
      return "invalid_exact_evm_payload_signature";
    } else if (world.nonces.holds(nonce(transfer))) {
      return "invalid_exact_evm_payload_authorization_nonce";
    }
    return world.balance(transfer.from()) < quote.units() ? INSUFFICIENT_FUNDS : null;
  }

  static final String INSUFFICIENT_FUNDS = "insufficient_funds";

  private static String nonce(TransferAuthorization transfer) {
    return Address.key(transfer.from()) + "/" + transfer.nonce().toLowerCase(Locale.ROOT);
  }
}
