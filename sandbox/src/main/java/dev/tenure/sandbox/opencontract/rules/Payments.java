package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.PaymentQuote;
import dev.tenure.sandbox.opencontract.model.PendingPayment;
import dev.tenure.sandbox.opencontract.model.Receipt;
import dev.tenure.sandbox.opencontract.model.WalletEntry;
import dev.tenure.sandbox.opencontract.model.WalletEntry.Purpose;
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
public record Payments(OpenContractWorld world) {
  /** How long an amount is kept after it was first quoted (assumed for all calls but create). */
  public static final Duration QUOTE_LIFETIME = Duration.ofMinutes(30);

  /** The token in which everything is paid. */
  public static final TokenDomain TOKEN = TokenDomain.USDC;

  public static final String SCHEME = "exact";

  /** The network's name before CAIP-2, which payloads of the first version use. */
  public static final String OLD_NETWORK = "base-sepolia";

  static final String INSUFFICIENT_FUNDS = "insufficient_funds";

  /** A wallet that nobody has used before. */
  String newWallet() {
    return "0x" + "e5c0" + "%036x".formatted(world.next("wallet"));
  }

  /**
   * What a call costs; the same amount as before while that quote lives.
   *
   * @param latest the deadline of the call, beyond which no quote lives
   */
  PaymentQuote quote(
      String call, String payer, String payTo, long units, String description, Instant latest) {
    String key = key(call, payer);
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

  /** By which a quote is found again. */
  static String key(PaymentQuote quote) {
    return key(quote.call(), quote.payer());
  }

  private static String key(String call, String payer) {
    return call + "/" + Address.key(payer);
  }

  /**
   * What is wrong with a payment, before any money moves. Whether the money is there shows when it
   * is to move.
   *
   * @return the reason by the words of the x402 standard, since OpenContract's documents name none;
   *     null when the payment fits the quote
   * @throws ApiError when somebody else than the caller would pay
   */
  @Nullable String objection(PaymentQuote quote, SignedTransfer payment) {
    TransferAuthorization transfer = payment.authorization();
    BigInteger now = BigInteger.valueOf(world.clock().wall().getEpochSecond());
    if (!Address.same(transfer.from(), quote.payer())) {
      throw ApiError.forbidden(
          "payload.authorization.from must be the address of the API key, " + quote.payer());
    } else if (!payment.scheme().equals(SCHEME)) {
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
    }
    return world.nonces.holds(nonce(transfer))
        ? "invalid_exact_evm_payload_authorization_nonce"
        : null;
  }

  /** Moves the money of a payment, whose nonce works once for that. */
  Receipt collect(PendingPayment payment) {
    PaymentQuote quote = payment.quote();
    if (world.balance(quote.payer()) < quote.units()) {
      return Receipt.failed(INSUFFICIENT_FUNDS, quote.payer());
    }
    String transaction = pay(quote.payer(), quote.payTo(), quote.units(), payment.call().purpose());
    world.nonces.put(payment.nonce(), transaction);
    return Receipt.settled(transaction, quote.payer());
  }

  /** The authorisation's own name among all: a payer uses a nonce once. */
  static String nonce(TransferAuthorization transfer) {
    return Address.key(transfer.from()) + "/" + transfer.nonce().toLowerCase(Locale.ROOT);
  }

  /** Moves money into the wallet of a contract. */
  private String pay(String payer, String wallet, long units, Purpose purpose) {
    world.setBalance(payer, Math.subtractExact(world.balance(payer), units));
    return book(wallet, true, payer, units, purpose);
  }

  /** Moves money out of the wallet of a contract. */
  void payOut(String wallet, String party, long units, Purpose purpose) {
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
}
