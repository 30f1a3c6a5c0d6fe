package dev.tenure.workflows;

import dev.tenure.model.MilestoneState;
import dev.tenure.model.ReleaseRule;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Waits for the trainer's work, of which the marketplace documents no event of its own. */
final class Delivery {
  private static final Duration LOOK = Duration.ofHours(12);

  private final HireParts hire;
  private final String key;

  Delivery(HireParts hire, String key) {
    this.hire = hire;
    this.key = key;
  }

  /** Looks at the contract on any bell of it and every 12 hours; a command cuts the wait short. */
  void await() {
    Timer timer = Timer.start(LOOK, "delivery of " + key + ": next look at the contract");
    Workflow.await(
        () ->
            state() != MilestoneState.FUNDED
                || releaseCommanded()
                || hire.bells().contractRang()
                || timer.fired()
                || hire.course().halted());
    timer.cancel();
    hire.course().checkNotHalted();
    if (releaseCommanded()) {
      new MilestoneCoSign(hire, key).release();
    } else if (state() == MilestoneState.FUNDED) {
      hire.contract().read();
    }
  }

  /** With a release on request, delivered work waits for the command. */
  void awaitLeaveToRelease() {
    if (hire.book().plan.policies().release() == ReleaseRule.ON_REQUEST
        && state() == MilestoneState.DELIVERED) {
      hire.course().await(() -> releaseCommanded() || state() != MilestoneState.DELIVERED);
    }
  }

  private boolean releaseCommanded() {
    return hire.book().state.releasesRequested.contains(key);
  }

  private MilestoneState state() {
    return hire.book().milestone(key).state();
  }
}
