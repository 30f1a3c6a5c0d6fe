package dev.tenure.sandbox.opencontract.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.sandbox.opencontract.signature.TokenDomain;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How the settlement of a payment went, as the x402 standard says it.
 *
 * @param transaction empty when it failed
 * @param errorReason null when it did not fail
 */
@Serdeable
public record Receipt(
    boolean success,
    String transaction,
    String network,
    String payer,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String errorReason) {

  public static Receipt settled(String transaction, String payer) {
    return new Receipt(true, transaction, TokenDomain.USDC.network(), payer, null);
  }

  public static Receipt failed(String reason, String payer) {
    return new Receipt(false, "", TokenDomain.USDC.network(), payer, reason);
  }
}
