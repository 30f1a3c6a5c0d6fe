package dev.tenure.sandbox.opentrain.people;

import dev.tenure.sandbox.clock.Schedule;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.rules.contract.ContractsInApp;
import dev.tenure.sandbox.opentrain.rules.contract.Conversations;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The trainers: they greet when they are hired, and say when their work is done. */
@Singleton
record Trainers(
    World world,
    Schedule schedule,
    PeoplePlan story,
    ContractsInApp app,
    Conversations conversations) {

  private static final String GREETING = "Thank you, I accept and begin right away.";

  void plan(Contract contract) {
    if (!contract.active()) {
      return;
    }
    if (story.trainer(contract).greets()) {
      schedule.at(world.now(), () -> greet(contract.id()));
    }
    for (Milestone milestone : contract.funded()) {
      Instant due = milestone.pendingApproval() ? null : story.delivery(contract, milestone);
      if (due != null) {
        schedule.at(due, () -> deliver(milestone.id()));
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
              && milestone.at(Milestone.Status.ACTIVE_FUNDED)
              && !milestone.pendingApproval()
              && !world.now().isBefore(due)) {
            app.requestPayout(milestoneId);
          }
          return true;
        });
  }
}
