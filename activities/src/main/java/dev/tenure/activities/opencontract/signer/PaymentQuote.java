package dev.tenure.activities.opencontract.signer;

import java.math.BigInteger;
import java.time.Duration;

/**
 * One way to pay for a call.
 *
 * @param network as it was quoted; {@link #chainNetwork} in its one form
 * @param units of the token
 * @param validity how long the signature is to be valid
 * @param tokenName of the token's EIP-712 domain
 * @param tokenVersion of the token's EIP-712 domain
 */
public record PaymentQuote(
    String scheme,
    String network,
    Address asset,
    Address payTo,
    BigInteger units,
    Duration validity,
    String tokenName,
    String tokenVersion) {

  /** The network in its one form, e.g. {@code eip155:84532}. */
  public String chainNetwork() {
    return PaymentAssumptions.network(network);
  }
}
