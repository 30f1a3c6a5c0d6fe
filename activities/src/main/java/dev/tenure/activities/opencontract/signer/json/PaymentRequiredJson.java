package dev.tenure.activities.opencontract.signer.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What x402 asks for.
 *
 * @param error why, for people
 * @param resource version 2 only
 * @param accepts of {@link Way}, read one by one
 */
@Serdeable
public record PaymentRequiredJson(
    @Nullable Integer x402Version,
    @Nullable String error,
    @Nullable Resource resource,
    @Nullable JsonNode accepts) {

  /** What is paid for. */
  @Serdeable
  public record Resource(@Nullable String url, @Nullable String description) {}

  /**
   * One way to pay.
   *
   * @param amount in units of the token, version 2
   * @param maxAmountRequired the same, version 1 and OpenContract's version 2
   * @param resource an address; version 1 only
   * @param extra the token's domain, by the standard
   */
  @Serdeable
  public record Way(
      @Nullable String scheme,
      @Nullable String network,
      @Nullable String asset,
      @Nullable String payTo,
      @Nullable String amount,
      @Nullable String maxAmountRequired,
      @Nullable Integer maxTimeoutSeconds,
      @Nullable String resource,
      @Nullable String description,
      @Nullable Domain extra) {}

  /** The token's name and version in its EIP-712 domain. */
  @Serdeable
  public record Domain(@Nullable String name, @Nullable String version) {}
}
