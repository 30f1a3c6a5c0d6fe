package dev.tenure.lifecycle.opencontract.hire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A creation that has begun: it may be paid, and is asked for until that is known. Its body is the
 * same however often that is.
 *
 * @param approvalId the yes that it is carried out for
 * @param uncertainUntil when the payment's fate can be learned, once a signature is out
 * @param withdrawn whether an operator wants it no more: it is asked for what was paid, and no
 *     signature leaves; once nothing was paid the milestone is given up
 * @param replaced whether the terms were changed while it was held up: it is asked about in the
 *     same way, and once nothing was paid the new terms are asked for
 */
public record Creation(
    NewWorkingContract contract,
    String approvalId,
    Instant begunAt,
    @Nullable Instant uncertainUntil,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withdrawn,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean replaced) {

  /** Whether no signature may leave for it any more. */
  public boolean settleOnly() {
    return withdrawn || replaced;
  }

  Creation uncertain(Instant until) {
    return new Creation(contract, approvalId, begunAt, until, withdrawn, replaced);
  }

  Creation asWithdrawn() {
    return new Creation(contract, approvalId, begunAt, uncertainUntil, true, false);
  }

  Creation asReplaced() {
    return new Creation(contract, approvalId, begunAt, uncertainUntil, false, true);
  }
}
