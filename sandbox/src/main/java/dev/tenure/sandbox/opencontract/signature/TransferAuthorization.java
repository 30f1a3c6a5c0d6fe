package dev.tenure.sandbox.opencontract.signature;

import java.math.BigInteger;

/**
 * A transfer that its payer authorises and somebody else carries out (EIP-3009).
 *
 * @param value in the token's smallest units
 * @param validAfter seconds of the epoch; it is good after this
 * @param validBefore seconds of the epoch; it is good before this
 * @param nonce 32 bytes in hexadecimal, which the payer may use once
 */
public record TransferAuthorization(
    String from,
    String to,
    BigInteger value,
    BigInteger validAfter,
    BigInteger validBefore,
    String nonce) {
  private static final byte[] TYPE =
      Words.hash(
          "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,"
              + "uint256 validBefore,bytes32 nonce)");
  private static final byte[] PREFIX = {0x19, 0x01};

  /** What is signed (EIP-712). */
  byte[] digest(TokenDomain token) {
    byte[] struct =
        Words.hash(
            TYPE,
            Words.address(from),
            Words.address(to),
            Words.number(value),
            Words.number(validAfter),
            Words.number(validBefore),
            Words.bytes(nonce));
    return Words.hash(PREFIX, token.separator(), struct);
  }
}
