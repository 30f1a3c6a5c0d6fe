package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.ApprovalStatus;
import dev.tenure.sandbox.opentrain.model.contract.ApprovalType;
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

  /** What an approval is asked for; exactly the ids that its type carries are set. */
  record Subject(
      ApprovalType type,
      String jobId,
      @Nullable String proposalId,
      @Nullable String contractId,
      @Nullable String milestoneId,
      @Nullable Terms terms) {}

  Approval ask(Caller caller, Subject about) {
    Instant now = world.now();
    Approval approval =
        new Approval(
            world.newId("apr"),
            about.type(),
            ApprovalStatus.PENDING,
            caller.account().id(),
            caller.token().id(),
            about.jobId(),
            about.proposalId(),
            about.contractId(),
            about.milestoneId(),
            about.terms(),
            now,
            now.plusMillis(world.settings().approvalWindowMs()),
            null,
            null,
            world.countAsk(key(about)),
            null);
    world.approvals.put(approval.id(), approval);
    world.open.put(key(approval.type(), approval.subject()), approval.id());
    return approval;
  }

  /** The one pending approval for the subject, as the same answer to the same question. */
  RequestedApproval askOnce(Caller caller, Subject about, String subject) {
    Approval pending = pending(about.type(), subject);
    return pending == null
        ? new RequestedApproval(ask(caller, about), false)
        : askedAgain(caller, pending);
  }

  /** The same answer; from now on this caller may see it, too. */
  RequestedApproval askedAgain(Caller caller, Approval pending) {
    String token = caller.token().id();
    if (pending.askedBy(token)) {
      return new RequestedApproval(pending, true);
    }
    Approval shared = pending.alsoAskedBy(token);
    world.approvals.put(shared.id(), shared);
    return new RequestedApproval(shared, true);
  }

  @Nullable Approval pending(ApprovalType type, String subject) {
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
        ? finish(approval, ApprovalStatus.EXPIRED, null)
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

  Approval finish(Approval approval, ApprovalStatus end, @Nullable Map<String, Object> evidence) {
    Approval done = approval.finished(end, world.now(), evidence);
    world.approvals.put(done.id(), done);
    world.open.remove(key(done.type(), done.subject()));
    feed.approvalFinal(done);
    return done;
  }

  /** Its reason is gone: superseded, or done in the app. Assumed to read as expired. */
  void drop(ApprovalType type, String subject) {
    Approval pending = pending(type, subject);
    if (pending != null) {
      finish(pending, ApprovalStatus.EXPIRED, null);
    }
  }

  private static String key(Subject about) {
    String subject =
        switch (about.type()) {
          case PROPOSAL_HIRE -> about.proposalId();
          case MILESTONE_FUND, MILESTONE_APPROVE -> about.milestoneId();
          case CONTRACT_END -> about.contractId();
        };
    return key(about.type(), String.valueOf(subject));
  }

  private static String key(ApprovalType type, String subject) {
    return type.word() + ":" + subject;
  }
}
