package dev.tenure.api.hires.command;

import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.request.AccountAddresses;
import dev.tenure.api.hires.request.HirePatch;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.temporal.HireCommands.Command;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.read.HireView;
import dev.tenure.workflows.hire.ChangeCommand;
import dev.tenure.workflows.hire.Refusal;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes what the requester decides. The workflow takes whole terms made from one version, so a
 * patch is merged here, and merged anew when the hire changed in between.
 */
@Singleton
public final class HireChanges {

  private static final int TRIES = 6;
  // The journal may be a moment behind the workflow.
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final RequestBodies bodies;
  private final CommandSender sender;
  private final ChangeNotifications notifications;
  private final AccountAddresses addresses;

  HireChanges(
      RequestBodies bodies,
      CommandSender sender,
      ChangeNotifications notifications,
      AccountAddresses addresses) {
    this.bodies = bodies;
    this.sender = sender;
    this.notifications = notifications;
    this.addresses = addresses;
  }

  /**
   * Changes a hire.
   *
   * @param body a JSON merge patch, as the API takes it
   * @throws ProblemException when it is wrong, was refused, or nobody answered
   */
  public HttpResponse<HireJson> change(
      String hireId, byte @Nullable [] body, CommandHeaders headers) throws InterruptedException {
    return change(hireId, HirePatch.read(bodies, body), headers);
  }

  /** The same of the terms of one of its milestones. */
  public HttpResponse<HireJson> changeMilestone(
      String hireId, String milestone, byte @Nullable [] body, CommandHeaders headers)
      throws InterruptedException {
    return change(hireId, HirePatch.ofMilestone(bodies, milestone, body), headers);
  }

  private HttpResponse<HireJson> change(String hireId, HirePatch patch, CommandHeaders headers)
      throws InterruptedException {
    CommandKey key = CommandKey.of(headers, "change", patch.target(), patch.patch());
    try (ChangeSubscription subscription = notifications.subscribe(hireId)) {
      for (int tries = 1; ; tries++) {
        HireView hire = sender.find(hireId);
        ChangeCommand command;
        try {
          command = patch.in(hire, addresses);
        } catch (ProblemException refused) {
          var nothing = new ChangeCommand(CommandSender.NO_VERSION, hire.row().terms(), List.of());
          return sender.repeated(hire, "change", key, nothing, refused);
        }
        if (sender.claim(hireId, key).made() != null) {
          return sender.done(hireId, key);
        }
        @Nullable Long version = sender.version(hire, headers);
        if (version != null) {
          return attempt(
              hire, new ChangeCommand(version, command.terms(), command.milestones()), key);
        }
        if (HirePatch.nothing(hire, command)) {
          sender.made(hireId, key, hireId);
          return sender.done(hireId, key);
        }
        try {
          return attempt(hire, command, key);
        } catch (ProblemException e) {
          if (tries == TRIES || !e.problem().code().equals(Refusal.VERSION_CONFLICT)) {
            throw e;
          }
        }
        subscription.await(BETWEEN);
      }
    }
  }

  private HttpResponse<HireJson> attempt(HireView hire, ChangeCommand change, CommandKey key) {
    var command = new Command(hire.id(), "change", key.updateId(), change, sender.context(null));
    return sender.send(command, key, null);
  }
}
