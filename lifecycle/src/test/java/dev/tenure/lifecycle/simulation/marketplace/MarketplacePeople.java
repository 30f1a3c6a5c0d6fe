package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the account's people do: they decide on approvals, and work in the app behind the API's
 * back. An approval that was pending for something done in the app reads as expired. What they
 * cannot do is answered with the reason, and changes nothing.
 */
public final class MarketplacePeople {
  private final MarketplaceState state;
  private final MarketplaceActions actions;

  MarketplacePeople(MarketplaceState state, MarketplaceActions actions) {
    this.state = state;
    this.actions = actions;
  }

  /**
   * Confirms, which carries out what was asked in the same moment; what a contract holds at its end
   * is refunded. Where that is impossible, or the card declines, the approval stays pending; past
   * its window it is expired instead.
   */
  public MarketplaceAnswer<ApprovalSnapshot> confirm(String approvalId, Instant now) {
    return confirm(approvalId, null, false, now);
  }

  /** Confirms a hire on other terms: what the edit leaves out stays as it was asked. */
  public MarketplaceAnswer<ApprovalSnapshot> confirmEdited(
      String approvalId, MilestonePlan edited, Instant now) {
    return confirm(approvalId, edited, false, now);
  }

  /** Confirms the end of a contract, and pays the trainer what is held. */
  public MarketplaceAnswer<ApprovalSnapshot> confirmEndPaying(String approvalId, Instant now) {
    return confirm(approvalId, null, true, now);
  }

  public MarketplaceAnswer<ApprovalSnapshot> decline(String approvalId, Instant now) {
    return SimulatedMarketplace.answer(
        () -> {
          SimulatedApproval approval = state.approvals.decidable(approvalId, now);
          state.approvals.finish(approval, ApprovalStatus.DECLINED, Map.of(), now);
          return approval.snapshot();
        });
  }

  /** Moves a proposal to another raw status, e.g. {@link SimulatedProposal#NOT_A_FIT}. */
  public void markProposal(String proposalId, String status, Instant now) {
    SimulatedProposal proposal = Objects.requireNonNull(state.proposals.get(proposalId));
    if (!proposal.status().equals(status)) {
      proposal.status(status);
      state.feed.proposalChanged(proposal, now);
    }
  }

  /** Hires. */
  public MarketplaceAnswer<ContractSnapshot> hireInApp(
      String proposalId, MilestonePlan terms, Instant now) {
    return SimulatedMarketplace.answer(
        () -> {
          MilestoneTerms wanted = MilestoneTerms.ofHire(terms);
          SimulatedProposal proposal = state.proposal(proposalId);
          actions.hire(proposal, wanted, Actor.IN_APP, now);
          state.approvals.overtake(ApprovalKind.PROPOSAL_HIRE, proposalId, now);
          return Objects.requireNonNull(proposal.contract()).snapshot();
        });
  }

  /** Creates a milestone; where pay depends on volume, of as much as the amount buys. */
  public MarketplaceAnswer<MilestoneSnapshot> addMilestoneInApp(
      String contractId, @Nullable String name, String description, Money amount, Instant now) {
    return SimulatedMarketplace.answer(
        () -> {
          long cents = MilestoneTerms.cents(amount, "amountUsd");
          SimulatedContract contract = state.contract(contractId);
          MilestonePrice price = MilestonePrice.byAmount(contract.proposal(), cents);
          MilestoneTerms terms =
              new MilestoneTerms(
                  MilestoneTerms.trimmed(name),
                  MilestoneTerms.trimmed(description),
                  price.cents(),
                  null);
          return actions.create(contract, terms, price.volume(), Actor.IN_APP, now).snapshot();
        });
  }

  /** Funds a milestone that holds no money. */
  public MarketplaceAnswer<ContractSnapshot> fundInApp(String milestoneId, Instant now) {
    return inApp(
        milestoneId,
        milestone -> {
          requireState(milestone.status() == MilestoneStatus.NOT_FUNDED);
          actions.fund(milestone, Actor.IN_APP, now);
          state.approvals.overtake(ApprovalKind.MILESTONE_FUND, milestoneId, now);
        });
  }

  /** Pays the trainer, which also is how a dispute ends in the trainer's favour. */
  public MarketplaceAnswer<ContractSnapshot> payInApp(String milestoneId, Instant now) {
    return inApp(
        milestoneId,
        milestone -> {
          requireState(milestone.status().holds());
          actions.release(milestone, Actor.IN_APP, now);
          state.approvals.overtake(ApprovalKind.MILESTONE_APPROVE, milestoneId, now);
        });
  }

  /** Cancels a milestone, which hides it; money behind it goes back to the employer. */
  public MarketplaceAnswer<ContractSnapshot> cancelInApp(String milestoneId, Instant now) {
    return inApp(
        milestoneId,
        milestone -> {
          MilestoneStatus status = milestone.status();
          requireState(status == MilestoneStatus.NOT_FUNDED || status.holds());
          actions.cancel(milestone, Actor.IN_APP, now);
          state.approvals.overtake(ApprovalKind.MILESTONE_FUND, milestoneId, now);
          state.approvals.overtake(ApprovalKind.MILESTONE_APPROVE, milestoneId, now);
        });
  }

  /** Questions the work: the money stays where it is until a person pays or cancels. */
  public MarketplaceAnswer<ContractSnapshot> disputeInApp(String milestoneId, Instant now) {
    return inApp(
        milestoneId,
        milestone -> {
          requireState(milestone.status() == MilestoneStatus.ACTIVE_FUNDED);
          actions.dispute(milestone, now);
          state.approvals.overtake(ApprovalKind.MILESTONE_APPROVE, milestoneId, now);
        });
  }

  /** Gives a milestone that holds no money another amount; a pending funding stays pending. */
  public MarketplaceAnswer<ContractSnapshot> editAmountInApp(
      String milestoneId, Money amount, Instant now) {
    return inApp(
        milestoneId,
        milestone -> {
          requireState(milestone.status() == MilestoneStatus.NOT_FUNDED);
          MilestonePrice price =
              MilestonePrice.byAmount(
                  milestone.contract().proposal(), MilestoneTerms.cents(amount, "amountUsd"));
          milestone.price(price.cents(), price.volume());
          milestone.contract().keepVersion(now);
        });
  }

  /**
   * Ends a contract.
   *
   * @param payEscrow whether the trainer gets what is held; else the employer gets it back
   */
  public MarketplaceAnswer<ContractSnapshot> endInApp(
      String contractId, boolean payEscrow, Instant now) {
    return SimulatedMarketplace.answer(
        () -> {
          SimulatedContract contract = state.contract(contractId);
          actions.end(contract, payEscrow, Actor.IN_APP, now);
          state.approvals.overtake(ApprovalKind.CONTRACT_END, contractId, now);
          return contract.snapshot();
        });
  }

  /**
   * Lets the marketplace expire all approvals that are past their windows. Nothing promises that it
   * ever does: a read always suffices.
   */
  public void sweepExpired(Instant now) {
    state.approvals.sweep(now);
  }

  private interface MilestoneAct {
    void on(SimulatedMilestone milestone);
  }

  private MarketplaceAnswer<ContractSnapshot> inApp(String milestoneId, MilestoneAct act) {
    return SimulatedMarketplace.answer(
        () -> {
          SimulatedMilestone milestone = state.milestone(milestoneId);
          MarketplaceActions.requireActive(milestone.contract());
          act.on(milestone);
          return milestone.contract().snapshot();
        });
  }

  private MarketplaceAnswer<ApprovalSnapshot> confirm(
      String approvalId, @Nullable MilestonePlan edited, boolean payEscrow, Instant now) {
    return SimulatedMarketplace.answer(
        () -> {
          if (edited != null) {
            MilestoneTerms.cents(edited.amount(), "edit.amount");
          }
          @Nullable SimulatedApproval found = state.approvals.find(approvalId);
          if (found != null) {
            requireMeant(found, edited, payEscrow);
          }
          SimulatedApproval approval = state.approvals.decidable(approvalId, now);
          Map<String, String> result = carryOut(approval, edited, payEscrow, now);
          state.approvals.finish(approval, ApprovalStatus.CONFIRMED, result, now);
          return approval.snapshot();
        });
  }

  private Map<String, String> carryOut(
      SimulatedApproval approval, @Nullable MilestonePlan edited, boolean payEscrow, Instant now) {
    Actor by = Actor.approval(approval.id());
    String subject = approval.subjectId();
    return switch (approval.kind()) {
      case PROPOSAL_HIRE -> {
        MilestoneTerms asked = Objects.requireNonNull(approval.terms());
        MilestoneTerms terms = edited == null ? asked : asked.edited(edited);
        yield actions.hire(state.proposal(subject), terms, by, now);
      }
      case MILESTONE_FUND -> fund(state.milestone(subject), by, now);
      case MILESTONE_APPROVE -> actions.release(state.milestone(subject), by, now);
      case CONTRACT_END -> actions.end(state.contract(subject), payEscrow, by, now);
      case MILESTONE_DISPUTE -> throw new AssertionError("OpenTrain knows no disputes");
    };
  }

  /** A charge that fails leaves its bill open, which is an event. */
  private Map<String, String> fund(SimulatedMilestone milestone, Actor by, Instant now) {
    if (state.account.card() && state.account.cardDeclines() && !milestone.billOpen()) {
      milestone.leaveBill();
      state.feed.paymentPending(milestone, now);
    }
    return actions.fund(milestone, by, now);
  }

  private static void requireMeant(
      SimulatedApproval approval, @Nullable MilestonePlan edited, boolean payEscrow) {
    if (edited != null && approval.kind() != ApprovalKind.PROPOSAL_HIRE) {
      throw Refusal.field("edit");
    }
    if (payEscrow && approval.kind() != ApprovalKind.CONTRACT_END) {
      throw Refusal.field("escrow");
    }
  }

  private static void requireState(boolean fits) {
    if (!fits) {
      throw Refusal.conflict("milestone_state");
    }
  }
}
