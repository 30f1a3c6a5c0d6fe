package dev.tenure.sandbox.opencontract.signature;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** The words of 32 bytes of which Ethereum makes hashes. */
final class Words {
  private static final int SIZE = 32;

  private Words() {}

  static byte[] hash(String text) {
    return Hash.sha3(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] hash(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return Hash.sha3(all.toByteArray());
  }

  static byte[] number(BigInteger number) {
    return Numeric.toBytesPadded(number, SIZE);
  }

  static byte[] address(String address) {
    return number(new BigInteger(address.substring(2), 16));
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex, 2, hex.length());
  }
}
