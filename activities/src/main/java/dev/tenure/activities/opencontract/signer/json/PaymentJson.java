package dev.tenure.activities.opencontract.signer.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A payment by x402: {@code resource} and {@code accepted} in version 2, {@code scheme} and {@code
 * network} in version 1.
 */
@Serdeable
public record PaymentJson(
    int x402Version,
    @Nullable Paid resource,
    @Nullable Accepted accepted,
    @Nullable String scheme,
    @Nullable String network,
    Payload payload) {

  /** What is paid for. */
  @Serdeable
  public record Paid(String url) {}

  /** The way to pay that was chosen. */
  @Serdeable
  public record Accepted(
      String scheme,
      String network,
      String amount,
      String asset,
      String payTo,
      long maxTimeoutSeconds) {}

  /**
   * The authorisation with its signature.
   *
   * @param signature {@code 0x} and 65 bytes
   */
  @Serdeable
  public record Payload(String signature, Authorization authorization) {}

  /**
   * The message of EIP-3009.
   *
   * @param value in units of the token
   * @param validAfter seconds since 1970
   * @param validBefore seconds since 1970
   * @param nonce {@code 0x} and 32 bytes
   */
  @Serdeable
  public record Authorization(
      String from, String to, String value, String validAfter, String validBefore, String nonce) {}
}
