package dev.tenure.api.hires;

import dev.tenure.api.hires.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.ActionKind;
import dev.tenure.model.MilestonePlan;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a milestone to a hire. One without a key gets the next free one; where another addition
 * takes that key in the same moment, the one after.
 */
@Singleton
final class AddingMilestone {

  private static final int TRIES = 20;
  // The journal may be a moment behind the workflow, and what it tells next may be of something
  // else.
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final int LOOKS = 20;

  private final Sending sending;
  private final ChangeNotifications notifications;

  AddingMilestone(Sending sending, ChangeNotifications notifications) {
    this.sending = sending;
    this.notifications = notifications;
  }

  Carried add(String hireId, byte @Nullable [] body, @Nullable String givenKey)
      throws InterruptedException {
    MilestoneRequest asked = BodyReader.read(body, MilestoneRequest.class);
    // What was asked names the command, not what came of it: the same request again would else get
    // the next free key, and be another milestone.
    CommandKey key = CommandKey.of("add-milestone", Digests.of(asked.toString()), givenKey);
    try (ChangeSubscription subscription = notifications.subscribe(hireId)) {
      for (int tries = 1; ; tries++) {
        HireView hire = sending.find(hireId);
        MilestonePlan milestone = AddedMilestone.read(asked, hire.milestones());
        try {
          return sending.carryOut(hire, "add-milestone", key, new AddMilestoneCommand(milestone));
        } catch (ProblemException e) {
          if (tries == TRIES
              || asked.key() != null
              || !taken(hireId, milestone.key(), e, subscription)) {
            throw e;
          }
        }
      }
    }
  }

  /** Whether it was refused because another milestone has got the same key. */
  private boolean taken(
      String hireId, String key, ProblemException refused, ChangeSubscription subscription)
      throws InterruptedException {
    if (!refused.problem().code().equals("not_allowed") || !mayAdd(refused)) {
      return false;
    }
    for (int looks = 0; looks < LOOKS && !has(hireId, key); looks++) {
      subscription.await(BETWEEN);
    }
    return has(hireId, key);
  }

  /** Whether it is this milestone that was refused, and not every addition. */
  private static boolean mayAdd(ProblemException refused) {
    List<ActionJson> allowed = refused.problem().allowedActions();
    return allowed != null
        && allowed.stream().anyMatch(one -> one.action().equals(ActionKind.ADD_MILESTONE.wire()));
  }

  private boolean has(String hireId, String key) {
    return sending.find(hireId).milestones().stream().anyMatch(one -> one.key().equals(key));
  }
}
