package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of an approval: asked for, looked at, finished. Expiry is lazy: looking flips it. */
@Singleton
public class Approvals {
  private final World world;
  private final Feed feed;

  Approvals(World world, Feed feed) {
    this.world = world;
    this.feed = feed;
  }

  /**
   * What an approval is asked for.
   *
   * @param id the one thing that it is about: a proposal, a milestone or a contract, by its type
   * @param contractId of the milestone or the contract; null for a hire
   * @param terms of a hire; null for every other type
   */
  record Subject(
      Approval.Type type,
      String id,
      String jobId,
      @Nullable String contractId,
      @Nullable Terms terms) {}

  /**
   * The answer to a request that needs an approval.
   *
   * @param repeated the approval had been asked for before and is still pending
   */
  public record Requested(Approval approval, boolean repeated) {}

  Approval ask(Caller caller, Subject about) {
    Instant now = world.now();
    Approval approval =
        new Approval(
            world.newId("apr"),
            about.type(),
            Approval.Status.PENDING,
            caller.account().id(),
            caller.token().id(),
            about.jobId(),
            about.type() == Approval.Type.PROPOSAL_HIRE ? about.id() : null,
            about.contractId(),
            ofMilestone(about.type()) ? about.id() : null,
            about.terms(),
            now,
            now.plusMillis(world.settings().approvalWindowMs()),
            null,
            null,
            world.countAsk(key(about.type(), about.id())),
            null);
    world.approvals.put(approval.id(), approval);
    world.open.put(key(about.type(), about.id()), approval.id());
    return approval;
  }

  /** The one pending approval for the subject, as the same answer to the same question. */
  Requested askOnce(Caller caller, Subject about) {
    Approval pending = pending(about.type(), about.id());
    return pending == null ? new Requested(ask(caller, about), false) : askedAgain(caller, pending);
  }

  /** The same answer; from now on this caller may see it, too. */
  Requested askedAgain(Caller caller, Approval pending) {
    String token = caller.token().id();
    if (pending.askedBy(token)) {
      return new Requested(pending, true);
    }
    Approval shared = pending.alsoAskedBy(token);
    world.approvals.put(shared.id(), shared);
    return new Requested(shared, true);
  }

  @Nullable Approval pending(Approval.Type type, String subject) {
    String id = world.open.find(key(type, subject));
    if (id == null) {
      return null;
    }
    Approval approval = look(id);
    return approval != null && approval.pending() ? approval : null;
  }

  /** Reads it; a pending one past its window becomes expired by being read. */
  public @Nullable Approval look(String id) {
    Approval approval = world.approvals.find(id);
    return approval != null && approval.overdue(world.now())
        ? finish(approval, Approval.Status.EXPIRED, null)
        : approval;
  }

  /** Reads it for a client: the owner's tokens and the token that asked may see it. */
  public Approval see(Caller caller, String id) {
    Approval approval = world.approvals.find(id);
    if (approval == null
        || !caller.owns(approval.accountId())
        || !(caller.token().owner() || approval.askedBy(caller.token().id()))) {
      throw Refusal.missing("approvals", "approvalId", id);
    }
    Approval current = look(id);
    return current == null ? approval : current;
  }

  Approval finish(Approval approval, Approval.Status end, @Nullable Map<String, Object> evidence) {
    Approval done = approval.finished(end, world.now(), evidence);
    world.approvals.put(done.id(), done);
    world.open.remove(key(done.type(), done.subject()));
    feed.approvalFinal(done);
    return done;
  }

  /** Its reason is gone: superseded, or done in the app. Assumed to read as expired. */
  void drop(Approval.Type type, String subject) {
    Approval pending = pending(type, subject);
    if (pending != null) {
      finish(pending, Approval.Status.EXPIRED, null);
    }
  }

  private static boolean ofMilestone(Approval.Type type) {
    return type == Approval.Type.MILESTONE_FUND || type == Approval.Type.MILESTONE_APPROVE;
  }

  private static String key(Approval.Type type, String subject) {
    return type.word() + ":" + subject;
  }
}
