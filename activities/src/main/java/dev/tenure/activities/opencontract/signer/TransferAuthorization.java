package dev.tenure.activities.opencontract.signer;

import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.opencontract.signer.json.PaymentJson.Authorization;
import dev.tenure.activities.opencontract.signer.json.TypedDataJson;
import dev.tenure.activities.opencontract.signer.json.TypedDataJson.Domain;
import dev.tenure.activities.opencontract.signer.json.TypedDataJson.Member;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is signed: a {@code transferWithAuthorization} of EIP-3009 to the quote's wallet. The token
 * takes each nonce once, so that the same authorisation never pays twice.
 *
 * @param validAfter the chain takes it after this second
 * @param validBefore and before this one
 * @param nonce {@code 0x} and 32 random bytes
 */
public record TransferAuthorization(
    PaymentQuote quote, Address from, Instant validAfter, Instant validBefore, String nonce) {

  private static final ForeignJson JSON = new ForeignJson(TypedDataJson.class);

  private static final List<Member> DOMAIN =
      List.of(
          new Member("name", "string"),
          new Member("version", "string"),
          new Member("chainId", "uint256"),
          new Member("verifyingContract", "address"));

  private static final List<Member> TRANSFER =
      List.of(
          new Member("from", "address"),
          new Member("to", "address"),
          new Member("value", "uint256"),
          new Member("validAfter", "uint256"),
          new Member("validBefore", "uint256"),
          new Member("nonce", "bytes32"));

  private static final String PRIMARY = "TransferWithAuthorization";

  /** When the signature is worthless beyond doubt. */
  public Instant worthlessFrom() {
    return validBefore.plus(PaymentAssumptions.SETTLES_LATE);
  }

  Authorization json() {
    return new Authorization(
        from.text(),
        quote.payTo().text(),
        quote.units().toString(),
        Long.toString(validAfter.getEpochSecond()),
        Long.toString(validBefore.getEpochSecond()),
        nonce);
  }

  /** The typed data of EIP-712 in the token's domain. */
  String typedData() {
    Map<String, List<Member>> types = new LinkedHashMap<>();
    types.put("EIP712Domain", DOMAIN);
    types.put(PRIMARY, TRANSFER);
    long chain =
        PaymentAssumptions.chain(quote.chainNetwork())
            .orElseThrow(() -> new IllegalArgumentException("no chain: " + quote.network()));
    return JSON.write(
        new TypedDataJson(
            types,
            PRIMARY,
            new Domain(quote.tokenName(), quote.tokenVersion(), chain, quote.asset().text()),
            json()));
  }
}
