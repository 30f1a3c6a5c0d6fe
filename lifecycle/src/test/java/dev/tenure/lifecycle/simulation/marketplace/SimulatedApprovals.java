package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval.Subject;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of approvals: asked for, looked at, finished. Expiry is lazy: a look flips it. */
final class SimulatedApprovals {
  private final MarketplaceState state;
  private final Map<String, SimulatedApproval> all = new LinkedHashMap<>();
  private final Map<String, SimulatedApproval> open = new LinkedHashMap<>();

  SimulatedApprovals(MarketplaceState state) {
    this.state = state;
  }

  /** Oldest first. */
  Collection<SimulatedApproval> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  @Nullable SimulatedApproval find(String id) {
    return all.get(id);
  }

  /** The one that can still be decided, without a flip of one that cannot. */
  @Nullable SimulatedApproval pending(ApprovalKind kind, String subjectId, Instant now) {
    SimulatedApproval approval = open.get(key(kind, subjectId));
    return approval == null || approval.overdue(now) ? null : approval;
  }

  /**
   * Asks for it: the pending approval of the subject answers the same question again, and from now
   * on this token may see it, too.
   */
  SimulatedApproval askOnce(Subject subject, Instant now) {
    @Nullable SimulatedApproval pending = pending(subject.kind(), subject.id(), now);
    if (pending != null) {
      return askAgain(pending);
    }
    overtake(subject.kind(), subject.id(), now);
    return ask(subject, now);
  }

  SimulatedApproval askAgain(SimulatedApproval pending) {
    pending.asked(state.account.token());
    return pending;
  }

  SimulatedApproval ask(Subject subject, Instant now) {
    SimulatedApproval approval =
        new SimulatedApproval(
            state.newId("apr"), subject, now, now.plus(state.account.approvalWindow()));
    approval.asked(state.account.token());
    all.put(approval.id(), approval);
    open.put(key(subject.kind(), subject.id()), approval);
    return approval;
  }

  /** Reads it for the API: the owner's tokens and the tokens that asked may see it. */
  SimulatedApproval see(String id, Instant now) {
    @Nullable SimulatedApproval approval = all.get(id);
    boolean visible =
        approval != null && (state.account.ownerToken() || approval.askedBy(state.account.token()));
    if (approval == null || !visible) {
      throw Refusal.missing("approvals");
    }
    flip(approval, now);
    return approval;
  }

  /** Reads it for a person who is about to decide. */
  SimulatedApproval decidable(String id, Instant now) {
    @Nullable SimulatedApproval approval = all.get(id);
    if (approval == null) {
      throw Refusal.missing("approvals");
    }
    flip(approval, now);
    if (!approval.pending()) {
      throw Refusal.conflict("approval_final");
    }
    return approval;
  }

  /** Expires all that are past their windows, as a sweep of the marketplace would. */
  void sweep(Instant now) {
    for (SimulatedApproval approval : List.copyOf(open.values())) {
      flip(approval, now);
    }
  }

  /** Its reason is gone: other terms, an end, or people did it in the app. */
  void overtake(ApprovalKind kind, String subjectId, Instant now) {
    SimulatedApproval approval = open.get(key(kind, subjectId));
    if (approval != null) {
      finish(approval, Assumed.OVERTAKEN, Map.of(), now);
    }
  }

  void finish(
      SimulatedApproval approval, ApprovalStatus end, Map<String, String> result, Instant now) {
    approval.finish(end, result, now);
    open.remove(key(approval.kind(), approval.subjectId()));
    state.feed.approvalFinal(approval, now);
  }

  private void flip(SimulatedApproval approval, Instant now) {
    if (approval.overdue(now)) {
      finish(approval, ApprovalStatus.EXPIRED, Map.of(), now);
    }
  }

  private static String key(ApprovalKind kind, String subjectId) {
    return kind.name() + " " + subjectId;
  }
}
