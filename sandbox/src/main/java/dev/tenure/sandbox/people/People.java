package dev.tenure.sandbox.people;

import dev.tenure.sandbox.agenda.Agenda;
import dev.tenure.sandbox.rules.Approvals;
import dev.tenure.sandbox.rules.Conversations;
import dev.tenure.sandbox.rules.InTheApp;
import dev.tenure.sandbox.store.Store;
import dev.tenure.sandbox.world.Approval;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.Milestone;
import dev.tenure.sandbox.world.MilestoneStatus;
import dev.tenure.sandbox.world.PeoplePolicy.Decision;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The simulated people. What they will do is never stored: it follows from the world and their
 * policy, so it is found again after a restart, and an outdated plan does nothing when it comes
 * due.
 */
@Singleton
public class People {
  private static final String GREETING = "Thank you, I accept and begin right away.";

  private final World world;
  private final Agenda agenda;
  private final Approvals approvals;
  private final Story story;
  private final Acts acts;
  private final InTheApp app;
  private final Conversations conversations;

  People(
      World world,
      Store store,
      Agenda agenda,
      Approvals approvals,
      Story story,
      Acts acts,
      InTheApp app,
      Conversations conversations) {
    this.world = world;
    this.agenda = agenda;
    this.approvals = approvals;
    this.story = story;
    this.acts = acts;
    this.app = app;
    this.conversations = conversations;
    store.onChange(this::notice);
  }

  /** Plans anew for everything that waits: at the start, and when the policy has changed. */
  public void wake() {
    world.transact(
        () -> {
          world.open.oldestFirst().map(world.approvals::get).forEach(this::plan);
          if (world.people().trainer().requestPayout()) {
            world.contracts.oldestFirst().forEach(this::plan);
          }
          return true;
        });
  }

  /** What somebody will do about a pending approval. */
  public record Plan(String approvalId, Decision decision, Instant due) {}

  /** What will be done about the pending approvals, if nothing changes. */
  public List<Plan> plans() {
    return world
        .open
        .oldestFirst()
        .map(world.approvals::get)
        .<Plan>mapMulti(
            (approval, out) -> {
              Story.Act act = story.about(approval);
              if (act != null) {
                out.accept(new Plan(approval.id(), act.rule().decision(), act.due()));
              }
            })
        .toList();
  }

  private void notice(List<Object> changes) {
    if (changes.stream()
        .anyMatch(change -> change instanceof Approval || change instanceof Contract)) {
      world.transact(
          () -> {
            changes.forEach(this::notice);
            return true;
          });
    }
  }

  private void notice(Object change) {
    switch (change) {
      case Approval approval -> plan(approval);
      case Contract contract -> plan(contract);
      default -> {
        // Nobody acts on anything else.
      }
    }
  }

  private void plan(Approval approval) {
    if (!approval.pending()) {
      return;
    }
    Story.Act act = story.about(approval);
    if (act != null) {
      agenda.at(act.due(), () -> act(approval.id()));
    }
    if (world.settings().sweeper()) {
      agenda.at(approval.expiresAt(), () -> world.transact(() -> approvals.look(approval.id())));
    }
  }

  private void plan(Contract contract) {
    if (!contract.active()) {
      return;
    }
    if (world.people().trainer().greets()) {
      agenda.at(world.now(), () -> greet(contract.id()));
    }
    for (Milestone milestone : contract.funded()) {
      Instant due = milestone.pendingApproval() ? null : story.delivery(contract, milestone);
      if (due != null) {
        agenda.at(due, () -> deliver(milestone.id()));
      }
    }
  }

  private void act(String approvalId) {
    Story.Act act = world.transact(() -> actDue(approvalId));
    if (act != null) {
      acts.carryOut(world.transact(() -> world.approvals.get(approvalId)), act.rule());
    }
  }

  private Story.@Nullable Act actDue(String approvalId) {
    Approval approval = world.approvals.find(approvalId);
    if (approval == null || !approval.pending() || approval.overdue(world.now())) {
      return null;
    }
    Story.Act act = story.about(approval);
    return act == null || world.now().isBefore(act.due()) ? null : act;
  }

  private void greet(String contractId) {
    world.transact(
        () -> {
          Contract contract = world.contracts.find(contractId);
          return contract != null
              && contract.active()
              && world.people().trainer().greets()
              && conversations.hearOnce(contract.conversationId(), GREETING);
        });
  }

  private void deliver(String milestoneId) {
    world.transact(
        () -> {
          Contract contract = world.contractOf(milestoneId);
          if (contract == null || !contract.active()) {
            return false;
          }
          Milestone milestone = contract.milestone(milestoneId);
          Instant due = story.delivery(contract, milestone);
          if (due != null
              && milestone.at(MilestoneStatus.ACTIVE_FUNDED)
              && !milestone.pendingApproval()
              && !world.now().isBefore(due)) {
            app.requestPayout(milestoneId);
          }
          return true;
        });
  }
}
