package dev.tenure.activities.opencontract.signer;

import dev.tenure.activities.marketplace.ForeignText;
import dev.tenure.model.money.Money;
import java.math.BigInteger;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be signed, whatever the marketplace asks for.
 *
 * @param perPayment the most of one payment, in USDC
 * @param perDay the most that signatures of any 24 hours come to, in USDC
 * @param networks those allowed, e.g. {@code eip155:84532}
 * @param assets the token contracts allowed
 * @param payees the wallets allowed; empty: any, since each contract has a new one
 */
public record PaymentPolicy(
    Money perPayment,
    Money perDay,
    Set<String> networks,
    Set<Address> assets,
    Set<Address> payees) {

  private static final String EXACT = "exact";

  /**
   * Checks the limits themselves.
   *
   * @throws IllegalArgumentException with words that name the field
   */
  public PaymentPolicy {
    networks =
        networks.stream().map(PaymentAssumptions::network).collect(Collectors.toUnmodifiableSet());
    assets = Set.copyOf(assets);
    payees = Set.copyOf(payees);
    if (Usdc.units("perPayment", perPayment).compareTo(Usdc.units("perDay", perDay)) > 0) {
      throw new IllegalArgumentException(
          "perPayment: %s is above the %s of a day: lower it, or raise perDay"
              .formatted(perPayment, perDay));
    }
    for (String network : networks) {
      if (PaymentAssumptions.chain(network).isEmpty()) {
        throw new IllegalArgumentException(
            "networks: \"%s\" is none: write eip155: and the chain's number, e.g. eip155:84532"
                .formatted(network));
      }
    }
    if (networks.isEmpty() || assets.isEmpty()) {
      throw new IllegalArgumentException(
          (networks.isEmpty() ? "networks" : "assets") + ": name at least one");
    }
  }

  /**
   * The first way to pay that keeps every limit but the day's, which counts where payments are
   * recorded.
   *
   * @param intent what is to be paid
   * @throws PaymentRefusedException for the first way, where none does
   */
  PaymentQuote choose(PaymentRequired required, PaymentIntent intent, Address payer)
      throws PaymentRefusedException {
    @Nullable PaymentRefusedException first = null;
    for (PaymentQuote quote : required.ways()) {
      try {
        check(quote, intent, payer);
        return quote;
      } catch (PaymentRefusedException e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? new PaymentRefusedException("accepts", "it is empty") : first;
  }

  private void check(PaymentQuote quote, PaymentIntent intent, Address payer)
      throws PaymentRefusedException {
    Address payTo = quote.payTo();
    demand(quote.scheme().equals(EXACT), "scheme", "only exact is signed, not " + quote.scheme());
    demand(
        networks.contains(quote.chainNetwork()),
        "network",
        quote.chainNetwork() + " is not among the allowed networks " + networks);
    demand(
        assets.contains(quote.asset()),
        "asset",
        quote.asset() + " is not among the allowed tokens " + assets);
    demand(
        !payTo.isZero() && !payTo.equals(payer) && !payTo.equals(quote.asset()),
        "payTo",
        payTo + " cannot be a contract's wallet: it is nobody's, the payer's own, or the token");
    demand(
        payees.isEmpty() || payees.contains(payTo),
        "payTo",
        payTo + " is not among the allowed wallets " + payees);
    demand(
        intent.wallet() == null || intent.wallet().equals(payTo),
        "payTo",
        payTo + " is not the wallet that this contract was paid into before: " + intent.wallet());
    BigInteger due = Usdc.units("amount", intent.amount());
    demand(
        quote.units().equals(due),
        "amount",
        "the quote says " + Usdc.money(quote.units()) + ", and due is " + intent.amount());
    checkAmount(intent);
  }

  /** What is known of a payment before it is quoted: whether it is too much for one. */
  void checkAmount(PaymentIntent intent) throws PaymentRefusedException {
    BigInteger due = Usdc.units("amount", intent.amount());
    demand(
        due.compareTo(Usdc.units("perPayment", perPayment)) <= 0,
        "amount",
        "%s is above the %s that one payment may be; a person may raise the limit"
            .formatted(intent.amount(), perPayment));
  }

  private static void demand(boolean met, String field, String words)
      throws PaymentRefusedException {
    if (!met) {
      throw new PaymentRefusedException(field, ForeignText.line(words));
    }
  }
}
