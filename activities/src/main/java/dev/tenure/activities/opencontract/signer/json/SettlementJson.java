package dev.tenure.activities.opencontract.signer.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What x402 tells of a payment that was settled, in a header of the answer.
 *
 * @param transaction the hash on the chain
 */
@Serdeable
public record SettlementJson(
    @Nullable Boolean success,
    @Nullable String transaction,
    @Nullable String network,
    @Nullable String payer,
    @Nullable String errorReason) {}
