package dev.tenure.sandbox.people;

import dev.tenure.sandbox.agenda.Agenda;
import dev.tenure.sandbox.rules.Approvals;
import dev.tenure.sandbox.rules.Choice;
import dev.tenure.sandbox.rules.Decisions;
import dev.tenure.sandbox.rules.InTheApp;
import dev.tenure.sandbox.store.Store;
import dev.tenure.sandbox.world.Approval;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.Edit;
import dev.tenure.sandbox.world.Milestone;
import dev.tenure.sandbox.world.MilestoneStatus;
import dev.tenure.sandbox.world.PeoplePolicy.Decision;
import dev.tenure.sandbox.world.PeoplePolicy.Rule;
import dev.tenure.sandbox.world.PeoplePolicy.Trainer;
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
  private final World world;
  private final Agenda agenda;
  private final Approvals approvals;
  private final Decisions decisions;
  private final InTheApp app;

  People(
      World world,
      Store store,
      Agenda agenda,
      Approvals approvals,
      Decisions decisions,
      InTheApp app) {
    this.world = world;
    this.agenda = agenda;
    this.approvals = approvals;
    this.decisions = decisions;
    this.app = app;
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
    Rule rule = world.people().ruleFor(approval);
    if (rule != null && rule.decision() != Decision.IGNORE) {
      agenda.at(due(approval, rule), () -> act(approval.id()));
    }
    if (world.settings().sweeper()) {
      agenda.at(approval.expiresAt(), () -> world.transact(() -> approvals.look(approval.id())));
    }
  }

  private void plan(Contract contract) {
    Trainer trainer = world.people().trainer();
    if (trainer.requestPayout() && contract.active()) {
      contract.funded().stream()
          .filter(milestone -> !milestone.pendingApproval())
          .forEach(milestone -> agenda.at(due(milestone, trainer), () -> deliver(milestone.id())));
    }
  }

  private void act(String approvalId) {
    Rule rule = world.transact(() -> ruleDue(approvalId));
    if (rule == null) {
      return;
    }
    switch (rule.decision()) {
      case CONFIRM -> decisions.confirm(approvalId, Choice.NONE);
      case EDIT ->
          decisions.confirm(
              approvalId, Choice.edited(rule.edit() == null ? Edit.NONE : rule.edit()));
      case DECLINE -> decisions.decline(approvalId);
      case IGNORE -> throw new IllegalStateException("an ignored approval was planned");
    }
  }

  private @Nullable Rule ruleDue(String approvalId) {
    Approval approval = world.approvals.find(approvalId);
    if (approval == null || !approval.pending() || approval.overdue(world.now())) {
      return null;
    }
    Rule rule = world.people().ruleFor(approval);
    boolean ripe =
        rule != null
            && rule.decision() != Decision.IGNORE
            && !world.now().isBefore(due(approval, rule));
    return ripe ? rule : null;
  }

  private void deliver(String milestoneId) {
    world.transact(
        () -> {
          Contract contract = world.contractOf(milestoneId);
          Trainer trainer = world.people().trainer();
          if (contract != null && contract.active() && trainer.requestPayout()) {
            Milestone milestone = contract.milestone(milestoneId);
            if (milestone.at(MilestoneStatus.ACTIVE_FUNDED)
                && !milestone.pendingApproval()
                && !world.now().isBefore(due(milestone, trainer))) {
              app.requestPayout(milestoneId);
            }
          }
          return true;
        });
  }

  private static Instant due(Approval approval, Rule rule) {
    return approval.createdAt().plusMillis(rule.delayMs());
  }

  private static Instant due(Milestone milestone, Trainer trainer) {
    Milestone.Funding funding = milestone.funding();
    Instant since = funding == null ? milestone.createdAt() : funding.at();
    return since.plusMillis(trainer.delayMs());
  }
}
