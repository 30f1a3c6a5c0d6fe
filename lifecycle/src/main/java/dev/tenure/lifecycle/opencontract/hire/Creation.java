package dev.tenure.lifecycle.opencontract.hire;

import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A creation that has begun: it may be paid, and is asked for until that is known. Its body is the
 * same however often that is.
 *
 * @param approvalId the yes that it is carried out for
 * @param uncertainUntil when the payment's fate can be learned, once a signature is out
 */
public record Creation(
    NewWorkingContract contract,
    String approvalId,
    Instant begunAt,
    @Nullable Instant uncertainUntil) {

  Creation uncertain(Instant until) {
    return new Creation(contract, approvalId, begunAt, until);
  }
}
