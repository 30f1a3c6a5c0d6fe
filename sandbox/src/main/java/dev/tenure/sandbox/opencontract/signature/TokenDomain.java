package dev.tenure.sandbox.opencontract.signature;

import java.math.BigInteger;

/** The EIP-712 domain of a token: signatures for one token are nothing to another. */
public record TokenDomain(String name, String version, long chainId, String contract) {
  private static final byte[] TYPE =
      Words.hash(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

  /** USDC of Base Sepolia. Name, version and address are in no document of the marketplace's. */
  public static final TokenDomain USDC =
      new TokenDomain("USDC", "2", 84_532, "0x036CbD53842c5426634e7929541eC2318f3dCF7e");

  /** The network as CAIP-2 names it. */
  public String network() {
    return "eip155:" + chainId;
  }

  byte[] separator() {
    return Words.hash(
        TYPE,
        Words.hash(name),
        Words.hash(version),
        Words.number(BigInteger.valueOf(chainId)),
        Words.address(contract));
  }
}
