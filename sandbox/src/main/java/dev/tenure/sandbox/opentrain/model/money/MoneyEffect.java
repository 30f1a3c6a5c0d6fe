package dev.tenure.sandbox.opentrain.model.money;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that moved.
 *
 * @param kind escrow_funded, escrow_released, escrow_refunded or fee_charged
 * @param approvalId the approval that allowed it
 * @param inApp a person did it in the app, where no approval is asked for
 */
@Serdeable
public record MoneyEffect(
    long seq,
    Instant at,
    String kind,
    long amountCents,
    String contractId,
    @Nullable String milestoneId,
    @Nullable String approvalId,
    boolean inApp) {}
