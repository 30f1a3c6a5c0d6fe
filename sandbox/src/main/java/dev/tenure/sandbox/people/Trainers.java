package dev.tenure.sandbox.people;

import dev.tenure.sandbox.agenda.Agenda;
import dev.tenure.sandbox.rules.Conversations;
import dev.tenure.sandbox.rules.MilestonesInTheApp;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.Milestone;
import dev.tenure.sandbox.world.MilestoneStatus;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The trainers: they greet when they are hired, and say when their work is done. */
@Singleton
class Trainers {
  private static final String GREETING = "Thank you, I accept and begin right away.";

  private final World world;
  private final Agenda agenda;
  private final Story story;
  private final MilestonesInTheApp milestones;
  private final Conversations conversations;

  Trainers(
      World world,
      Agenda agenda,
      Story story,
      MilestonesInTheApp milestones,
      Conversations conversations) {
    this.world = world;
    this.agenda = agenda;
    this.story = story;
    this.milestones = milestones;
    this.conversations = conversations;
  }

  void plan(Contract contract) {
    if (!contract.active()) {
      return;
    }
    if (story.trainer(contract).greets()) {
      agenda.at(world.now(), () -> greet(contract.id()));
    }
    for (Milestone milestone : contract.funded()) {
      Instant due = milestone.pendingApproval() ? null : story.delivery(contract, milestone);
      if (due != null) {
        agenda.at(due, () -> deliver(milestone.id()));
      }
    }
  }

  private void greet(String contractId) {
    world.transact(
        () -> {
          Contract contract = world.contracts.find(contractId);
          return contract != null
              && contract.active()
              && story.trainer(contract).greets()
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
            milestones.requestPayout(milestoneId);
          }
          return true;
        });
  }
}
