package dev.tenure.workflows.seeds;

import dev.tenure.lifecycle.simulation.marketplace.Actor;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMarketplace;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMilestone;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.RefusalPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of each thing that the hire asks of the marketplace. */
final class AskRules {
  private final HirePlan plan;
  private final SimulatedMarketplace marketplace;
  private final Set<String> unanswered = new HashSet<>();
  private final Set<String> delivered = new HashSet<>();
  private @Nullable Instant told;
  private boolean releaseCommanded;
  private boolean createAgain;

  AskRules(HirePlan plan, SimulatedMarketplace marketplace) {
    this.plan = plan;
    this.marketplace = marketplace;
  }

  /** An operator says to try again, whatever was refused before. */
  void retried(Instant now) {
    told = now;
  }

  /** An operator says to create what is in doubt. */
  void createAgain() {
    createAgain = true;
  }

  void releaseCommanded() {
    releaseCommanded = true;
  }

  void delivered(String milestoneId) {
    delivered.add(milestoneId);
  }

  /** Whether the hire never had the answer to the ask that made it. */
  boolean unanswered(String approvalId) {
    return unanswered.contains(approvalId);
  }

  void releasing(SimulatedMilestone milestone) {
    Broken.unless(
        milestone.fundedBy() != null, "no_release_of_unfunded_work", milestone.id() + " is asked");
    Broken.unless(
        releaseCommanded || delivered.contains(milestone.id()),
        "release_only_of_delivered",
        milestone.id() + " is asked for");
  }

  void created(String tag) {
    long ours =
        marketplace.milestones().stream()
            .filter(m -> tag.equals(m.tag()) && m.createdBy().kind() == Actor.Kind.API_CALL)
            .count();
    Broken.unless(
        ours == 1 || createAgain, "no_milestone_made_twice", tag + " is there " + ours + " times");
  }

  /** A call of the hire has just made a new approval. */
  void asked(ApprovalKind kind, String subject, boolean answerLost) {
    List<SimulatedApproval> same = new ArrayList<>();
    for (SimulatedApproval approval : marketplace.approvals()) {
      if (approval.kind() == kind && approval.subjectId().equals(subject)) {
        same.add(approval);
      }
    }
    SimulatedApproval made = same.removeLast();
    if (answerLost) {
      unanswered.add(made.id());
    }
    for (SimulatedApproval other : same) {
      Broken.unless(
          !other.pending(), "one_open_approval", other.id() + " is pending beside " + made.id());
    }
    notAfterNo(same, made);
  }

  private void notAfterNo(List<SimulatedApproval> earlier, SimulatedApproval made) {
    if (earlier.isEmpty()) {
      return;
    }
    SimulatedApproval last = earlier.getLast();
    boolean leave = told != null && !told.isBefore(last.createdAt());
    if (!saidNo(last)
        || leave
        || unanswered.contains(last.id())
        || !Objects.equals(last.terms(), made.terms())) {
      return;
    }
    RefusalPolicy policy =
        last.status() == ApprovalStatus.DECLINED
            ? plan.policies().onDeclined()
            : plan.policies().onExpired();
    long noes =
        earlier.stream()
            .filter(a -> saidNo(a) && a.status() == last.status() && !unanswered.contains(a.id()))
            .filter(a -> told == null || !a.createdAt().isBefore(told))
            .count();
    Broken.unless(
        noes <= policy.reRequest(),
        "nothing_asked_again_after_a_no",
        "%s after %s, which was %s at %s; that makes %d, the policy gives %d"
            .formatted(
                made.id(),
                last.id(),
                last.status().wire(),
                last.resolvedAt(),
                noes,
                policy.reRequest()));
  }

  /** Declined by a person, or not decided in time; not what was overtaken. */
  private static boolean saidNo(SimulatedApproval approval) {
    Instant resolvedAt = approval.resolvedAt();
    return approval.status() == ApprovalStatus.DECLINED
        || (approval.status() == ApprovalStatus.EXPIRED
            && resolvedAt != null
            && !resolvedAt.isBefore(approval.expiresAt()));
  }
}
