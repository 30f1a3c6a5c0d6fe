package dev.tenure.lifecycle.opencontract.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a decision does to the engine's own approvals. */
public sealed interface ApprovalChange {

  /** People are asked; see {@link Approval} for the parts. */
  record Ask(
      Step step,
      int contract,
      @Nullable String worker,
      Money amount,
      String termsDigest,
      Instant expiresAt)
      implements ApprovalChange {}

  /**
   * An approval ends without a person's decision.
   *
   * @param how {@code EXPIRED} or {@code SUPERSEDED}
   */
  record End(String approvalId, ApprovalStatus how) implements ApprovalChange {}
}
