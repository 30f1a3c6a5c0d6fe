package dev.tenure.sandbox.opencontract.model;

import org.jspecify.annotations.Nullable;

/**
 * How the settlement of a payment went.
 *
 * @param transaction empty when it failed
 * @param errorReason by the words of the x402 standard; null when it did not fail
 */
public record Receipt(
    boolean success, String transaction, String payer, @Nullable String errorReason) {

  public static Receipt settled(String transaction, String payer) {
    return new Receipt(true, transaction, payer, null);
  }

  public static Receipt failed(String reason, String payer) {
    return new Receipt(false, "", payer, reason);
  }
}
