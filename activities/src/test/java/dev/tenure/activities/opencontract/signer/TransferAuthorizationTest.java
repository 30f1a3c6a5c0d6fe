package dev.tenure.activities.opencontract.signer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** Against EIP-712 worked out by hand, and the address that a signature gives back. */
class TransferAuthorizationTest {

  private static final String DOMAIN_TYPE =
      "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";
  private static final String TRANSFER_TYPE =
      "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)";
  private static final String NONCE = "11".repeat(32);

  private final LocalPaymentSigner signer = Signing.signer();

  @Test
  void whatIsSignedIsTheTypedDataOfTheTokensDomain() throws SignatureException {
    String signature = signer.signTransfer(authorization("eip155:84532"));
    assertThat(recovered(digest(84_532), signature)).isEqualTo(Signing.PAYER);
  }

  @Test
  void theNameOfANetworkInVersionOneIsItsChain() throws SignatureException {
    String signature = signer.signTransfer(authorization("base"));
    assertThat(recovered(digest(8453), signature)).isEqualTo(Signing.PAYER);
    assertThat(recovered(digest(84_532), signature)).isNotEqualTo(Signing.PAYER);
  }

  @Test
  void theSameAuthorisationGetsTheSameSignatureWithALowS() {
    String signature = signer.signTransfer(authorization("eip155:84532"));
    assertThat(signer.signTransfer(authorization("eip155:84532"))).isEqualTo(signature);
    BigInteger s = new BigInteger(signature.substring(66, 130), 16);
    assertThat(s).isLessThanOrEqualTo(Sign.CURVE_PARAMS.getN().shiftRight(1));
    assertThat(signature.substring(130)).isIn("1b", "1c");
  }

  @Test
  void aMessageIsSignedAsWalletsDo() throws SignatureException {
    String message = "Sign in:\nnonce 7 é";
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    byte[] prefixed =
        concat(
            "\u0019Ethereum Signed Message:\n".getBytes(StandardCharsets.UTF_8),
            Integer.toString(text.length).getBytes(StandardCharsets.UTF_8),
            text);
    assertThat(recovered(Hash.sha3(prefixed), signer.signMessage(message)))
        .isEqualTo(Signing.PAYER);
  }

  private static TransferAuthorization authorization(String network) {
    return new TransferAuthorization(
        new PaymentQuote(
            "exact",
            network,
            Signing.USDC,
            Signing.WALLET,
            BigInteger.valueOf(2_500_000),
            Duration.ofSeconds(60),
            "USDC",
            "2"),
        Signing.PAYER,
        Instant.ofEpochSecond(1_780_000_000L),
        Instant.ofEpochSecond(1_780_000_060L),
        "0x" + NONCE);
  }

  private static byte[] digest(long chain) {
    byte[] domain =
        Hash.sha3(
            concat(
                hash(DOMAIN_TYPE),
                hash("USDC"),
                hash("2"),
                word(BigInteger.valueOf(chain)),
                word(number(Signing.USDC))));
    byte[] message =
        Hash.sha3(
            concat(
                hash(TRANSFER_TYPE),
                word(number(Signing.PAYER)),
                word(number(Signing.WALLET)),
                word(BigInteger.valueOf(2_500_000)),
                word(BigInteger.valueOf(1_780_000_000L)),
                word(BigInteger.valueOf(1_780_000_060L)),
                HexFormat.of().parseHex(NONCE)));
    return Hash.sha3(concat(new byte[] {0x19, 0x01}, domain, message));
  }

  private static Address recovered(byte[] digest, String signature) throws SignatureException {
    BigInteger key = Sign.signedMessageHashToKey(digest, Sign.signatureDataFromHex(signature));
    return new Address("0x" + Keys.getAddress(key));
  }

  private static byte[] hash(String text) {
    return Hash.sha3(text.getBytes(StandardCharsets.UTF_8));
  }

  private static BigInteger number(Address address) {
    return new BigInteger(address.text().substring(2), 16);
  }

  private static byte[] word(BigInteger number) {
    return HexFormat.of().parseHex("%064x".formatted(number));
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
