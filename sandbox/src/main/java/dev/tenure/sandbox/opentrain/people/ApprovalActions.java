package dev.tenure.sandbox.opentrain.people;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Edit;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.contract.ContractsInApp;
import dev.tenure.sandbox.opentrain.rules.contract.Decisions;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy.Rule;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what a person means to do about an approval, in its page or in the app. */
@Singleton
record ApprovalActions(World world, Decisions decisions, ContractsInApp app) {

  private static final Logger LOG = LoggerFactory.getLogger(ApprovalActions.class);

  void carryOut(Approval approval, Rule rule) {
    Edit edit = rule.edit() == null ? Edit.NONE : rule.edit();
    switch (rule.decision()) {
      case CONFIRM -> confirm(approval, Decisions.Choice.NONE, rule.twice());
      case EDIT -> confirm(approval, Decisions.Choice.edited(edit), rule.twice());
      case DECLINE -> decisions.decline(approval.id());
      case IGNORE -> throw new IllegalStateException("an ignored approval was planned");
      case IN_APP, CANCEL, REFUND, DISPUTE, END ->
          world.run(() -> behindItsBack(approval, rule, edit));
    }
  }

  /** Of two people who confirm at the same instant the marketplace hears one first. */
  private void confirm(Approval approval, Decisions.Choice choice, boolean twice) {
    decisions.confirm(approval.id(), choice);
    if (twice) {
      try {
        decisions.confirm(approval.id(), choice);
      } catch (Refusal refusal) {
        LOG.debug("The other person was first: {}", refusal.getMessage());
      }
    }
  }

  private void behindItsBack(Approval approval, Rule rule, Edit edit) {
    switch (rule.decision()) {
      case CANCEL -> app.cancel(approval.subject());
      case REFUND -> app.refund(approval.subject());
      case DISPUTE -> app.dispute(approval.subject());
      case END -> app.end(contractId(approval), EscrowChoice.REFUND);
      default -> inTheApp(approval, edit);
    }
  }

  private void inTheApp(Approval approval, Edit edit) {
    String subject = approval.subject();
    switch (approval.type()) {
      case PROPOSAL_HIRE -> {
        if (approval.terms() != null) {
          app.hire(subject, edit.applied(approval.terms()));
        }
      }
      case MILESTONE_FUND -> app.fund(subject);
      case MILESTONE_APPROVE -> app.pay(subject);
      case CONTRACT_END -> app.end(subject, EscrowChoice.REFUND);
    }
  }

  private String contractId(Approval approval) {
    if (approval.type() == Approval.Type.CONTRACT_END) {
      return approval.subject();
    }
    Contract contract =
        Refusal.found(
            world.contractOf(approval.subject()), "contracts", "approvalId", approval.id());
    return contract.id();
  }
}
