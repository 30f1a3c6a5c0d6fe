package dev.tenure.api.hires;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.temporal.Command;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.read.HireView;
import dev.tenure.workflows.hire.ChangeCommand;
import dev.tenure.workflows.hire.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Changes what the requester decides. The workflow takes whole terms made from one version, so a
 * patch is merged here, and merged anew when the hire changed in between.
 */
@Singleton
final class Changing {

  private static final int TRIES = 6;
  // The journal may be a moment behind the workflow.
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Sending sending;
  private final ChangeNotifications notifications;

  Changing(Sending sending, ChangeNotifications notifications) {
    this.sending = sending;
    this.notifications = notifications;
  }

  Carried change(String hireId, byte @Nullable [] body, CommandHeaders headers)
      throws InterruptedException {
    return change(hireId, Change.read(body), headers);
  }

  Carried changeMilestone(
      String hireId, String milestone, byte @Nullable [] body, CommandHeaders headers)
      throws InterruptedException {
    return change(hireId, Change.ofMilestone(milestone, body), headers);
  }

  private Carried change(String hireId, Change change, CommandHeaders headers)
      throws InterruptedException {
    CommandKey key = CommandKey.of(headers, "change", change.target(), change.patch());
    HireView hire = sending.find(hireId);
    ChangeCommand command = change.in(hire);
    sending.claim(hireId, key);
    @Nullable Long version = sending.version(hire, headers);
    return version == null
        ? whatever(hireId, change, key)
        : attempt(hire, new ChangeCommand(version, command.terms(), command.milestones()), key);
  }

  private Carried whatever(String hireId, Change change, CommandKey key)
      throws InterruptedException {
    try (ChangeSubscription subscription = notifications.subscribe(hireId)) {
      for (int tries = 1; ; tries++) {
        HireView hire = sending.find(hireId);
        ChangeCommand command = change.in(hire);
        if (Change.nothing(hire, command)) {
          return sending.done(hireId, key);
        }
        try {
          return attempt(hire, command, key);
        } catch (ProblemException e) {
          if (tries == TRIES || !conflict(e.problem())) {
            throw e;
          }
        }
        subscription.await(BETWEEN);
      }
    }
  }

  private Carried attempt(HireView hire, ChangeCommand command, CommandKey key) {
    return sending.send(hire, key, new Command(hire.id(), "change", key.updateId(), command, null));
  }

  private static boolean conflict(Problem problem) {
    return problem.code().equals(Refusal.VERSION_CONFLICT);
  }
}
