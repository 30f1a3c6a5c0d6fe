package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.simulation.marketplace.Actor;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceEvent;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMilestone;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.RefusalPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of what our calls do on the marketplace. */
final class Invariants {
  private final World world;
  private final Map<String, Search> searches = new HashMap<>();
  private final Set<String> others = new HashSet<>();

  /** A search through the approvals that events had named until then. */
  private record Search(Instant until, Set<String> hidden) {}

  Invariants(World world) {
    this.world = world;
  }

  /** Somebody else asked for it. */
  void madeByOthers(String approvalId) {
    others.add(approvalId);
  }

  boolean isOfOthers(String approvalId) {
    return others.contains(approvalId);
  }

  /** Whether the contract came of nothing that we asked for. */
  boolean isOfOthers(SimulatedContract contract) {
    String approvalId = contract.createdBy().approvalId();
    return approvalId == null || isOfOthers(approvalId);
  }

  void searched(HireDriver driver, Step step, Instant until, Set<String> hidden) {
    searches.put(driver.hire().id() + " " + step, new Search(until, hidden));
  }

  /** A call of ours has just made a new approval: nobody had said no to it without our leave. */
  void approvalMade(HireDriver driver, OpenTrainCall.Ask ask) {
    List<SimulatedApproval> all = new ArrayList<>(world.marketplace().approvals());
    SimulatedApproval made = all.removeLast();
    SimulatedApproval last = null;
    for (SimulatedApproval other : all) {
      if (other.kind() == made.kind() && other.subjectId().equals(made.subjectId())) {
        last = other;
        if (other.pending()) {
          throw new Violation("one_open_approval", other.id() + " is pending beside " + made.id());
        }
      }
    }
    if (last != null && others.contains(last.id())) {
      overtakesOthers(driver, ask, last);
    }
    if (last == null
        || !saidNo(last)
        // A requester who changes the terms wants them to be asked for.
        || !Objects.equals(last.terms(), made.terms())
        || mayAskAgain(driver, ask.step(), last)) {
      return;
    }
    throw new Violation(
        "nothing_asked_again_after_a_no",
        "%s after %s, which was %s at %s"
            .formatted(Words.of(ask), last.id(), last.status().wire(), last.resolvedAt()));
  }

  /** Somebody else's request that took the place of ours is left alone, once we know of it. */
  private void overtakesOthers(HireDriver driver, OpenTrainCall.Ask ask, SimulatedApproval theirs) {
    boolean overtaken = world.agenda().instant().equals(theirs.resolvedAt());
    boolean known =
        driver
            .hire()
            .asks(ask.step())
            .anyMatch(
                ours ->
                    ours.approval() != null
                        && ours.state() != Ask.State.PENDING
                        // After its time nothing shows whether it was replaced or ran out.
                        && theirs.createdAt().isBefore(ours.approval().expiresAt())
                        && theirs
                            .createdAt()
                            .equals(
                                world.marketplace().approval(ours.approval().id()).resolvedAt()));
    long since = world.agenda().millisOf(theirs.createdAt());
    if (overtaken
        && known
        && driver.checks().operatorSaid(ask.step()).filter(said -> said >= since).isEmpty()) {
      throw new Violation(
          "nobody_elses_request_overtaken", Words.of(ask) + " overtakes " + theirs.id());
    }
  }

  /** Declined by a person, or not decided in time; not what was overtaken. */
  private static boolean saidNo(SimulatedApproval approval) {
    Instant resolvedAt = approval.resolvedAt();
    return approval.status() == ApprovalStatus.DECLINED
        || (approval.status() == ApprovalStatus.EXPIRED
            && resolvedAt != null
            && !resolvedAt.isBefore(approval.expiresAt()));
  }

  private boolean mayAskAgain(HireDriver driver, Step step, SimulatedApproval no) {
    long asked = world.agenda().millisOf(no.createdAt());
    if (driver.checks().operatorSaid(step).filter(said -> said >= asked).isPresent()) {
      return true;
    }
    @Nullable Ask known = driver.hire().askOf(no.id());
    if (known == null) {
      return notShown(driver, step, no);
    }
    if (known.state() != Ask.State.DECLINED && known.state() != Ask.State.EXPIRED) {
      return known.state() == Ask.State.SETTLED || known.state() == Ask.State.REPLACED;
    }
    // What the hire never saw declined does not count for its policy.
    long noes = driver.hire().asks(step).filter(ask -> ask.state() == known.state()).count();
    // Leave is what the policy gave when the ask began, or gives now: it may be changed under way.
    return noes <= reRequests(driver.checks().asks().policies(step), no)
        || noes <= reRequests(driver.hire().plan().policies(), no);
  }

  private static int reRequests(Policies policies, SimulatedApproval no) {
    RefusalPolicy policy =
        no.status() == ApprovalStatus.DECLINED ? policies.onDeclined() : policies.onExpired();
    return policy.reRequest();
  }

  /** A no to an ask whose answer was lost counts once an event has told of it to the search. */
  private boolean notShown(HireDriver driver, Step step, SimulatedApproval no) {
    @Nullable Search last = searches.get(driver.hire().id() + " " + step);
    if (last == null) {
      return !eventShown(no, world.agenda().instant());
    }
    return last.hidden().contains(no.id()) || !eventShown(no, last.until());
  }

  private boolean eventShown(SimulatedApproval approval, Instant until) {
    for (MarketplaceEvent event : world.marketplace().events()) {
      if (approval.id().equals(event.notification().approvalId())
          && !event.createdAt().isAfter(until)) {
        return true;
      }
    }
    return false;
  }

  /** A call of ours has just made a milestone: there was none with its tag from us. */
  void milestoneMade(HireDriver driver, OpenTrainCall.CreateMilestone create) {
    int ours = 0;
    for (SimulatedMilestone milestone : world.marketplace().milestones()) {
      if (create.tag().equals(milestone.tag())
          && milestone.createdBy().kind() == Actor.Kind.API_CALL) {
        ours++;
      }
    }
    if (ours > 1 && driver.checks().operatorSaid(create.step()).isEmpty()) {
      throw new Violation("no_milestone_made_twice", Words.of(create) + " made a second one");
    }
  }

  /** Every cent is somewhere. */
  void money() {
    List<String> wrong = world.marketplace().moneyViolations();
    if (!wrong.isEmpty()) {
      throw new Violation("marketplace_money", wrong.toString());
    }
  }
}
