package dev.tenure.api.hires;

import dev.tenure.api.hires.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.journal.HireView;
import dev.tenure.journal.Notices;
import dev.tenure.journal.Watch;
import dev.tenure.model.MilestonePlan;
import dev.tenure.workflows.AddMilestoneCommand;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Adds a milestone to a hire. One without a key gets the next free one; where another addition
 * takes that key in the same moment, the one after.
 */
@Singleton
final class AddingMilestone {

  private static final int TRIES = 6;
  // The journal may be a moment behind the workflow.
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Sending sending;
  private final Notices notices;

  AddingMilestone(Sending sending, Notices notices) {
    this.sending = sending;
    this.notices = notices;
  }

  Carried add(String hireId, byte @Nullable [] body, @Nullable String givenKey)
      throws InterruptedException {
    MilestoneRequest asked = BodyReader.read(body, MilestoneRequest.class);
    // What was asked names the command, not what came of it: the same request again would else get
    // the next free key, and be another milestone.
    CommandKey key = CommandKey.of("add-milestone", Digests.of(asked.toString()), givenKey);
    try (Watch watch = notices.watch(hireId)) {
      for (int tries = 1; ; tries++) {
        HireView hire = sending.find(hireId);
        MilestonePlan milestone = AddedMilestone.read(asked, hire.milestones());
        try {
          return sending.carryOut(hire, "add-milestone", key, new AddMilestoneCommand(milestone));
        } catch (ProblemException e) {
          if (tries == TRIES || asked.key() != null || !taken(hireId, milestone.key(), e, watch)) {
            throw e;
          }
        }
      }
    }
  }

  /** Whether it was refused because another milestone has got the same key. */
  private boolean taken(String hireId, String key, ProblemException refused, Watch watch)
      throws InterruptedException {
    if (!refused.problem().code().equals("not_allowed")) {
      return false;
    }
    if (!has(hireId, key)) {
      watch.await(BETWEEN);
    }
    return has(hireId, key);
  }

  private boolean has(String hireId, String key) {
    return sending.find(hireId).milestones().stream().anyMatch(one -> one.key().equals(key));
  }
}
