package dev.tenure.activities.opencontract.signer.json;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/** EIP-712: typed data to sign. */
@Serdeable
public record TypedDataJson(
    Map<String, List<Member>> types,
    String primaryType,
    Domain domain,
    PaymentJson.Authorization message) {

  /** A member of a type. */
  @Serdeable
  public record Member(String name, String type) {}

  /** The domain of a token. */
  @Serdeable
  public record Domain(String name, String version, long chainId, String verifyingContract) {}
}
