package dev.tenure.lifecycle.opentrain.hire;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.CallTracker;
import java.time.Instant;

/**
 * Takes down where notifications say to look. Nothing is believed of them but that; what is asked
 * for or known already is no news, so that a hire that goes as expected reads nothing twice.
 */
final class Notifications {
  private static final int MOST_APPROVALS = 500;
  private static final String BUDGET_CHANGED = "contract.budget_state_changed";

  private final OpenTrainHire hire;
  private final Instant now;

  Notifications(OpenTrainHire hire, Instant now) {
    this.hire = hire;
    this.now = now;
  }

  void add(Notification notification) {
    if (notification.type().equals(Notification.OBSTACLE_GONE)) {
      CallTracker.probe(hire);
      hire.asks.forEach(ask -> ask.triedAt = null);
      return;
    }
    if (hintsAtContract(notification)) {
      hire.contractHintedAt = now;
    }
    if (notification.approvalId() != null) {
      approvalNotified(notification.approvalId());
    } else {
      contractNotified(notification);
    }
  }

  /** Reads may be late: what was told of must be given time to be seen. */
  private boolean hintsAtContract(Notification notification) {
    boolean confirmed =
        notification.approvalId() != null
            && hire.askOf(notification.approvalId()) == null
            && "confirmed".equals(notification.status());
    return !hire.contract.known()
        && (confirmed
            || notification.contractId() != null
            || "HIRED".equals(notification.status()));
  }

  private void approvalNotified(String approvalId) {
    hire.notifiedApprovals.remove(approvalId);
    hire.notifiedApprovals.put(approvalId, hire.tick());
    while (hire.notifiedApprovals.size() > MOST_APPROVALS) {
      hire.notifiedApprovals.remove(hire.notifiedApprovals.keySet().iterator().next());
    }
    Ask ask = hire.askOf(approvalId);
    if (ask == null) {
      hire.asks.stream().filter(a -> a.state == Ask.State.SENT).forEach(this::searchAgain);
    }
    boolean unread = ask == null || ask.state == Ask.State.LOST || ask.state == Ask.State.UNKNOWN;
    if (unread && !hire.contract.known()) {
      hire.notifiedTick = hire.tick();
    }
  }

  private void searchAgain(Ask ask) {
    ask.triedAt = null;
    ask.triedTick = hire.tick();
  }

  /** News of what we asked for is read with its approval; what is known already is no news. */
  private void contractNotified(Notification notification) {
    String milestoneId = notification.milestoneId();
    Milestone milestone =
        milestoneId == null ? null : hire.milestoneWithId(milestoneId).orElse(null);
    if (milestone == null && toldByTheHire(notification)) {
      return;
    }
    if (milestone == null || notification.status() == null) {
      hire.notifiedTick = hire.tick();
      return;
    }
    switch (notification.status()) {
      case "NOT_FUNDED" -> {}
      case "ACTIVE_FUNDED" -> {
        if (milestone.stage == Stage.UNFUNDED || milestone.stage == Stage.NONE) {
          newsOf(Step.fund(milestone.key()));
        }
      }
      case "PAID" -> {
        if (!milestone.stage.over()) {
          newsOf(Step.release(milestone.key()));
        }
      }
      case "CANCELLED", "REFUNDED" -> {
        if (!milestone.stage.over()) {
          milestone.reportedCancelled();
          hire.notifiedTick = hire.tick();
        }
      }
      default -> hire.notifiedTick = hire.tick();
    }
  }

  /**
   * A hire that is confirmed tells of its proposal and its contract as well: that is read with the
   * approval, and looked for only where the approval turns out to be pending still.
   */
  private boolean toldByTheHire(Notification notification) {
    if (notification.type().equals(BUDGET_CHANGED)
        || notification.type().equals(Notification.CONTRACT_CHANGED)) {
      return false;
    }
    Ask last = hire.lastAsk(hire.hireStep());
    if (!hire.contract.known() && last != null && last.state == Ask.State.PENDING) {
      hire.notifiedApprovals.put(last.knownApproval().id(), hire.tick());
      hire.hiredHint = true;
      return true;
    }
    return hire.contract.seen()
        && (notification.proposalId() != null
            || hire.contract.id().equals(notification.contractId()))
        && notification.milestoneId() == null;
  }

  private static boolean doneByUs(Ask ask) {
    return ask.state == Ask.State.CONFIRMED || ask.state == Ask.State.EXECUTED;
  }

  private void newsOf(Step step) {
    Ask pending =
        hire.asks(step).filter(ask -> ask.state == Ask.State.PENDING).findFirst().orElse(null);
    if (pending != null) {
      hire.notifiedApprovals.put(pending.knownApproval().id(), hire.tick());
    } else if (hire.asks(step).noneMatch(Notifications::doneByUs)) {
      hire.notifiedTick = hire.tick();
    }
  }
}
