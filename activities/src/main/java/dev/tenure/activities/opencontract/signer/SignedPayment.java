package dev.tenure.activities.opencontract.signer;

/**
 * A payment as the header of the call that it pays for.
 *
 * @param header its name
 * @param value base64
 */
public record SignedPayment(String header, String value) {

  /** Without the signature, which is money to its receiver. */
  @Override
  public String toString() {
    return header;
  }
}
