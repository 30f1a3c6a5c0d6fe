package dev.tenure.journal.payment;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was signed, or is about to be.
 *
 * @param intent what it is for; one payment of it may be open or settled
 * @param nonce unique to the payment
 * @param units of the token
 * @param x402Version of the quote
 * @param resource what is paid for, as it was quoted
 * @param validity as it was quoted
 * @param transaction hash on the chain, where it was told
 */
public record PaymentRow(
    String intent,
    String nonce,
    String payer,
    String payee,
    String scheme,
    String network,
    String asset,
    String tokenName,
    String tokenVersion,
    BigInteger units,
    int x402Version,
    @Nullable String resource,
    Duration validity,
    Instant validAfter,
    Instant validBefore,
    Instant signedAt,
    PaymentState state,
    @Nullable String transaction) {}
