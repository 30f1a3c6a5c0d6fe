package dev.tenure.lifecycle.opencontract.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.model.hire.ApprovalDecision;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.ApprovalTerms;
import dev.tenure.model.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An approval that the engine itself asks for and keeps.
 *
 * @param contract which contract of its milestone it is for, from 1
 * @param ordinal counts the approvals of the same step and contract from 1
 * @param worker address of the Worker that a creation awards to; absent for an open tender, and for
 *     what concerns a contract that exists
 * @param amount what a yes moves or puts at risk
 * @param termsDigest of the exact terms that a yes is given to
 * @param terms those; held while it is pending, since the journal keeps them from then on, and
 *     absent where it was asked for before they were held
 * @param status never lost from sight, since it is ours
 * @param decision of a person; absent where nobody decided
 * @param again whether an operator said to ask once more after its no
 */
public record Approval(
    String id,
    Step step,
    int contract,
    int ordinal,
    @Nullable String worker,
    Money amount,
    String termsDigest,
    @Nullable ApprovalTerms terms,
    Instant createdAt,
    Instant expiresAt,
    ApprovalStatus status,
    @Nullable Instant resolvedAt,
    @Nullable ApprovalDecision decision,
    boolean again) {

  public boolean pending() {
    return status == ApprovalStatus.PENDING;
  }

  public boolean confirmed() {
    return status == ApprovalStatus.CONFIRMED;
  }

  /** Whether it ended without a yes that still counts, other than by changed terms. */
  public boolean refused() {
    return status == ApprovalStatus.DECLINED || status == ApprovalStatus.EXPIRED;
  }

  Approval ended(ApprovalStatus how, Instant at, @Nullable ApprovalDecision by) {
    return new Approval(
        id,
        step,
        contract,
        ordinal,
        worker,
        amount,
        termsDigest,
        null,
        createdAt,
        expiresAt,
        how,
        at,
        by == null ? decision : by,
        again);
  }

  Approval asAgain() {
    return new Approval(
        id,
        step,
        contract,
        ordinal,
        worker,
        amount,
        termsDigest,
        terms,
        createdAt,
        expiresAt,
        status,
        resolvedAt,
        decision,
        true);
  }
}
