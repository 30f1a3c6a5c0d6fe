package dev.tenure.activities.opencontract.signer;

import dev.tenure.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment that is meant, once: however often it is tried, its money moves at most once.
 *
 * @param id unique to what is paid for, e.g. the key of a creation
 * @param amount exactly what is due, in USDC
 * @param wallet where this contract was paid into before; absent for its first payment
 */
public record PaymentIntent(String id, Money amount, @Nullable Address wallet) {}
