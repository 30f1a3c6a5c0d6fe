package dev.tenure.activities.opencontract.signer;

/**
 * Signs for one address. The key stays behind this interface: a file's or a command's on this
 * machine, or a key service that never gives it away.
 */
public interface PaymentSigner {

  /** The address that it signs for. */
  Address address();

  /**
   * Signs a payment by EIP-712; the same authorisation gets the same signature.
   *
   * @return {@code 0x} and 65 bytes: r, s, and v as 27 or 28
   */
  String signTransfer(TransferAuthorization authorization);

  /** Signs a text by EIP-191, {@code personal_sign}; in the same form. */
  String signMessage(String message);
}
