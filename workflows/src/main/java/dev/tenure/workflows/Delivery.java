package dev.tenure.workflows;

import dev.tenure.model.ApprovalKind;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.ReleaseRule;
import io.temporal.workflow.Workflow;
import java.util.Objects;

/** Waits for the trainer's work, of which the marketplace documents no event of its own. */
final class Delivery {
  private final HireParts hire;
  private final String key;

  Delivery(HireParts hire, String key) {
    this.hire = hire;
    this.key = key;
  }

  /** Looks at the contract until the work is there; a command cuts the wait short. */
  void await() {
    hire.contract()
        .lookWhile(
            () -> state() == MilestoneState.FUNDED && !releaseCommanded(), "delivery of " + key);
    if (state() == MilestoneState.FUNDED) {
      hire.clearance().awaitToAsk(ApprovalKind.MILESTONE_APPROVE, key);
      new MilestoneCoSign(hire, key).release();
    }
  }

  /** With a release on request, delivered work waits for the command, or for people in the app. */
  void awaitLeaveToRelease() {
    if (held() && looksMeanwhile()) {
      hire.contract().lookWhile(this::held, "release of " + key + " on request");
    }
    hire.course().await(() -> !held());
    hire.clearance().awaitToAsk(ApprovalKind.MILESTONE_APPROVE, key);
  }

  /** Runs of an earlier age waited here without a look. */
  private static boolean looksMeanwhile() {
    return Workflow.getVersion("look while a release is held", Workflow.DEFAULT_VERSION, 1)
        != Workflow.DEFAULT_VERSION;
  }

  private boolean held() {
    return state() == MilestoneState.DELIVERED && !byDelivery() && !releaseCommanded();
  }

  private boolean byDelivery() {
    return releaseRule(hire.book(), hire.book().milestone(key)) == ReleaseRule.ON_DELIVERY;
  }

  /** A milestone's own rule goes before the hire's policy. */
  static ReleaseRule releaseRule(Book book, MilestoneDocument milestone) {
    return Objects.requireNonNullElse(milestone.release(), book.plan.policies().release());
  }

  private boolean releaseCommanded() {
    return hire.book().state.releasesRequested.contains(key);
  }

  private MilestoneState state() {
    return hire.book().milestone(key).state();
  }
}
