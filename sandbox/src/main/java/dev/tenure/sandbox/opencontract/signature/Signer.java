package dev.tenure.sandbox.opencontract.signature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/**
 * Finds out whose signature it is. A signature is 65 bytes in hexadecimal, the last of which is 0,
 * 1, 27 or 28; one with a high {@code s} is refused, as tokens refuse it (EIP-2).
 */
public final class Signer {
  private static final Pattern SHAPE = Pattern.compile("0x[0-9a-fA-F]{130}");
  private static final int WORD = 32;

  private Signer() {}

  /** The address that signed a text by {@code personal_sign} (EIP-191), in small letters. */
  public static Optional<String> ofMessage(String message, String signature) {
    return ofDigest(
        Sign.getEthereumMessageHash(message.getBytes(StandardCharsets.UTF_8)), signature);
  }

  /** The address that signed a transfer of a token (EIP-3009), in small letters. */
  public static Optional<String> ofTransfer(
      TransferAuthorization transfer, TokenDomain token, String signature) {
    return ofDigest(transfer.digest(token), signature);
  }

  private static Optional<String> ofDigest(byte[] digest, String signature) {
    if (!SHAPE.matcher(signature).matches()) {
      return Optional.empty();
    }
    byte[] bytes = HexFormat.of().parseHex(signature, 2, signature.length());
    BigInteger r = new BigInteger(1, Arrays.copyOfRange(bytes, 0, WORD));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, WORD, 2 * WORD));
    int parity = bytes[2 * WORD] - (bytes[2 * WORD] >= Sign.LOWER_REAL_V ? Sign.LOWER_REAL_V : 0);
    ECDSASignature parts = new ECDSASignature(r, s);
    BigInteger order = Sign.CURVE_PARAMS.getN();
    boolean possible =
        (parity == 0 || parity == 1)
            && r.signum() > 0
            && r.compareTo(order) < 0
            && s.signum() > 0
            && parts.isCanonical();
    return possible ? recovered(parity, parts, digest) : Optional.empty();
  }

  private static Optional<String> recovered(int parity, ECDSASignature parts, byte[] digest) {
    try {
      return Optional.ofNullable(Sign.recoverFromSignature(parity, parts, digest))
          .map(key -> "0x" + Keys.getAddress(key));
    } catch (IllegalArgumentException noPointOfTheCurve) {
      return Optional.empty();
    }
  }
}
