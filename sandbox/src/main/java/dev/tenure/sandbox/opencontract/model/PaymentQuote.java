package dev.tenure.sandbox.opencontract.model;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What one call costs one caller.
 *
 * @param units of a millionth of a USDC; fixed until the quote dies
 * @param diesAt when the amount is worked out anew
 */
@Serdeable
public record PaymentQuote(
    String call, String payer, String payTo, long units, String description, Instant diesAt) {}
