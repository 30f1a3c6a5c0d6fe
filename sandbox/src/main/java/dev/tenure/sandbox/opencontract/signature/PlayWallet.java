package dev.tenure.sandbox.opencontract.signature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/**
 * A wallet to play with. Its key follows from its name, so that anybody knows it: nothing of worth
 * must ever be sent to its address.
 */
public final class PlayWallet {
  private final ECKeyPair key;

  private PlayWallet(ECKeyPair key) {
    this.key = key;
  }

  public static PlayWallet named(String name) {
    BigInteger secret = new BigInteger(1, Words.hash("a wallet of the sandbox: " + name));
    return new PlayWallet(
        ECKeyPair.create(
            secret.mod(Sign.CURVE_PARAMS.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE)));
  }

  /** In small letters. */
  public String address() {
    return "0x" + Keys.getAddress(key);
  }

  /** A signature as {@code personal_sign} makes it (EIP-191). */
  public String sign(String message) {
    return text(Sign.signPrefixedMessage(message.getBytes(StandardCharsets.UTF_8), key));
  }

  /** The signature of a transfer (EIP-3009). */
  public String sign(TransferAuthorization transfer, TokenDomain token) {
    return text(Sign.signMessage(transfer.digest(token), key, false));
  }

  private static String text(Sign.SignatureData signature) {
    HexFormat hex = HexFormat.of();
    return "0x"
        + hex.formatHex(signature.getR())
        + hex.formatHex(signature.getS())
        + hex.formatHex(signature.getV());
  }
}
