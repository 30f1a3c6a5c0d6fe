package dev.tenure.sandbox.opencontract.model;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A payment that was found good and settles. Until it has, what it pays for belongs to nobody else,
 * and no deadline takes it away.
 *
 * @param nonce by which the payer's authorisation is known
 * @param settlesAt when the money moves, or turns out not to be there
 */
@Serdeable
public record PendingPayment(
    String id, PaidCall call, PaymentQuote quote, String nonce, Instant settlesAt) {

  public boolean isOn(WorkingContract contract) {
    return contract.id().equals(call.contractId());
  }

  public boolean creates() {
    return call.contractId() == null;
  }
}
