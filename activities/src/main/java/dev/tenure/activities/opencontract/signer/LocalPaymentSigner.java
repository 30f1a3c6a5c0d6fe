package dev.tenure.activities.opencontract.signer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.crypto.Sign.SignatureData;

/** A {@link PaymentSigner} with the key in this process's memory. */
public final class LocalPaymentSigner implements PaymentSigner {

  private final ECKeyPair keys;
  private final Address address;

  private LocalPaymentSigner(ECKeyPair keys) {
    this.keys = keys;
    this.address = new Address("0x" + Keys.getAddress(keys));
  }

  /**
   * Reads the key.
   *
   * @param expected the address that the key is to fit, where it is known
   * @throws IllegalArgumentException with words that name the source and never the key
   */
  public static LocalPaymentSigner of(KeySource source, @Nullable Address expected) {
    byte[] key = source.read();
    try {
      LocalPaymentSigner signer = new LocalPaymentSigner(ECKeyPair.create(key));
      if (expected != null && !expected.equals(signer.address)) {
        throw new IllegalArgumentException(
            "%s holds the key of %s, and the account's address is %s: give the key of that address, or set the address"
                .formatted(source.name(), signer.address, expected));
      }
      return signer;
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  @Override
  public Address address() {
    return address;
  }

  @Override
  public String signTransfer(TransferAuthorization authorization) {
    try {
      return text(Sign.signTypedData(authorization.typedData(), keys));
    } catch (IOException e) {
      throw new UncheckedIOException("the authorisation is no typed data", e);
    }
  }

  @Override
  public String signMessage(String message) {
    return text(Sign.signPrefixedMessage(message.getBytes(StandardCharsets.UTF_8), keys));
  }

  private static String text(SignatureData signature) {
    HexFormat hex = HexFormat.of();
    return "0x"
        + hex.formatHex(signature.getR())
        + hex.formatHex(signature.getS())
        + hex.formatHex(signature.getV());
  }

  /** Whether a private key is one of the curve. */
  static boolean fits(byte[] key) {
    BigInteger number = new BigInteger(1, key);
    return number.signum() > 0 && number.compareTo(Sign.CURVE_PARAMS.getN()) < 0;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "signer of " + address;
  }
}
