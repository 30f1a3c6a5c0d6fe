package dev.tenure.api.hires.command;

import dev.tenure.api.body.Body;
import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.request.AccountAddresses;
import dev.tenure.api.hires.request.AddedMilestoneReader;
import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.links.ActionJson;
import dev.tenure.api.links.Paths;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.HireSemaphores;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a milestone to a hire. One without a key gets the next free one, and so those of one hire
 * are added one after the other; where another front takes that key in the same moment, the one
 * after.
 */
@Singleton
public final class MilestoneAdditions {

  // The journal may be a moment behind the workflow, and what it tells next may be of something
  // else.
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final int LOOKS = 20;

  private final RequestBodies bodies;
  private final CommandSender sender;
  private final ChangeNotifications notifications;
  private final AccountAddresses addresses;
  private final Duration patience;
  private final HireSemaphores semaphores = new HireSemaphores(1);

  /**
   * @param patience how long one without a key may take: the wait for its turn, and the search for
   *     a free key
   */
  MilestoneAdditions(
      RequestBodies bodies,
      CommandSender sender,
      ChangeNotifications notifications,
      AccountAddresses addresses,
      @Value("${front.milestone-additions.patience:30s}") Duration patience) {
    this.patience = patience;
    this.addresses = addresses;
    this.bodies = bodies;
    this.sender = sender;
    this.notifications = notifications;
  }

  /**
   * Adds a milestone.
   *
   * @param body JSON, as the API takes it
   * @return the hire as it stands then, and where the milestone is
   * @throws ProblemException when it is wrong, was refused, or nobody answered
   */
  public HttpResponse<HireJson> add(String hireId, byte @Nullable [] body, CommandHeaders headers)
      throws InterruptedException {
    Body<MilestoneRequest> asked = bodies.read(body, MilestoneRequest.class);
    // What was asked names the command, not what came of it: the same request again would else get
    // the next free key, and be another milestone.
    CommandKey key = CommandKey.of(headers, "add-milestone", "", asked.sent());
    if (asked.value().key() != null) {
      return attempt(hireId, asked, headers, key);
    }
    long deadline = System.nanoTime() + patience.toNanos();
    return semaphores
        .inTurn(hireId, patience, () -> underTheNextKey(hireId, asked, headers, key, deadline))
        .orElseThrow(MilestoneAdditions::busy);
  }

  private static ProblemException busy() {
    return Problems.unavailable(
        "busy",
        "Too many milestones are being added to this hire; this one was not. Repeat it in some"
            + " seconds.");
  }

  private HttpResponse<HireJson> underTheNextKey(
      String hireId,
      Body<MilestoneRequest> asked,
      CommandHeaders headers,
      CommandKey key,
      long deadline)
      throws InterruptedException {
    try (ChangeSubscription subscription = notifications.subscribe(hireId)) {
      while (true) {
        String next = AddedMilestoneReader.nextFree(sender.find(hireId).milestones());
        try {
          return attempt(hireId, asked, headers, key);
        } catch (ProblemException e) {
          if (!taken(hireId, next, e, subscription, deadline)) {
            throw e;
          }
        }
      }
    }
  }

  private HttpResponse<HireJson> attempt(
      String hireId, Body<MilestoneRequest> asked, CommandHeaders headers, CommandKey key) {
    HireView hire = sender.find(hireId);
    MilestonePlan milestone;
    try {
      milestone = AddedMilestoneReader.read(asked, hire, addresses);
    } catch (ProblemException refused) {
      var there = new AddMilestoneCommand(hire.row().plan().milestones().getFirst());
      return created(
          sender.repeated(hire, "add-milestone", key, there, refused),
          hireId,
          sender.claim(hireId, key).made());
    }
    @Nullable String made = sender.claim(hireId, key).made();
    MutableHttpResponse<HireJson> response =
        sender.carryOut(
            hire, "add-milestone", key, headers, new AddMilestoneCommand(milestone), null);
    if (made == null) {
      made = milestone.key();
      sender.made(hireId, key, made);
    }
    return created(response, hireId, made);
  }

  private static HttpResponse<HireJson> created(
      MutableHttpResponse<HireJson> response, String hireId, @Nullable String made) {
    if (made != null) {
      response.header(HttpHeaders.LOCATION, Paths.milestone(hireId, made));
    }
    return response.status(HttpStatus.CREATED);
  }

  /**
   * Whether it was refused because another milestone has got the same key.
   *
   * @throws ProblemException {@code busy}, when the time is over before that is known, or there is
   *     none for another try
   */
  private boolean taken(
      String hireId,
      String key,
      ProblemException refused,
      ChangeSubscription subscription,
      long deadline)
      throws InterruptedException {
    if (!refused.problem().code().equals("not_allowed") || !mayAdd(refused)) {
      return false;
    }
    for (int looks = 0; looks < LOOKS && !has(hireId, key) && !over(deadline); looks++) {
      subscription.await(BETWEEN);
    }
    if (over(deadline)) {
      throw busy();
    }
    return has(hireId, key);
  }

  /** Whether it is this milestone that was refused, and not every addition. */
  private static boolean mayAdd(ProblemException refused) {
    List<ActionJson> allowed = refused.problem().allowedActions();
    return allowed != null
        && allowed.stream().anyMatch(one -> one.action().equals(ActionKind.ADD_MILESTONE.wire()));
  }

  private static boolean over(long deadline) {
    return System.nanoTime() - deadline >= 0;
  }

  private boolean has(String hireId, String key) {
    return sender.find(hireId).milestone(key).isPresent();
  }
}
