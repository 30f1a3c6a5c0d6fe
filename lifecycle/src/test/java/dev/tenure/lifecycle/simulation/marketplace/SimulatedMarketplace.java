package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Ok;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval.Subject;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * OpenTrain in memory: the endpoints of its public API that a hire needs, for one account, with the
 * documented order of checks, statuses, reasons and idempotency. The time is the caller's and never
 * goes back. What people and trainers do beside the API is done by {@link #people} and {@link
 * #trainers}; tests of invariants read the approvals, milestones and ledger.
 *
 * <p>One thread at a time; the same calls always lead to the same state.
 */
public final class SimulatedMarketplace {
  private final MarketplaceState state = new MarketplaceState();
  private final MarketplaceActions actions = new MarketplaceActions(state);
  private final MarketplacePeople people = new MarketplacePeople(state, actions);
  private final MarketplaceTrainers trainers = new MarketplaceTrainers(state, actions);

  /** A proposal on a job of the account, whose id is made of the proposal's. */
  public SimulatedMarketplace addProposal(
      String id, PaymentType paymentType, @Nullable BigDecimal rateUsd) {
    return addProposal(id, "job_of_" + id, paymentType, rateUsd);
  }

  /**
   * A proposal on a job of the account.
   *
   * @param rateUsd per hour, per label, or the total; without one no milestone by volume is priced
   */
  public SimulatedMarketplace addProposal(
      String id, String jobId, PaymentType paymentType, @Nullable BigDecimal rateUsd) {
    state.proposals.put(id, new SimulatedProposal(id, jobId, paymentType, rateUsd, true));
    return this;
  }

  /** A proposal on another account's job. */
  public SimulatedMarketplace addForeignProposal(String id) {
    state.proposals.put(
        id, new SimulatedProposal(id, "job_of_" + id, PaymentType.FIXED_PRICE, null, false));
    return this;
  }

  /** What the account may do and how it pays; may be changed at any time. */
  public AccountSettings account() {
    return state.account;
  }

  /** What people do on approval pages and in the app. */
  public MarketplacePeople people() {
    return people;
  }

  /** What trainers do. */
  public MarketplaceTrainers trainers() {
    return trainers;
  }

  /** {@code POST /proposals/{proposalId}/hire}. */
  public MarketplaceAnswer<AskAnswer> requestHire(
      String proposalId, MilestonePlan terms, boolean confirmNotFit, Instant now) {
    return answer(
        () -> {
          state.account.requireWritable(TokenScope.PROPOSALS_WRITE, AccountFeature.HIRING);
          MilestoneTerms wanted = MilestoneTerms.ofHire(terms);
          SimulatedProposal proposal = state.ownProposal(proposalId);
          @Nullable SimulatedApproval pending =
              state.approvals.pending(ApprovalKind.PROPOSAL_HIRE, proposalId, now);
          if (pending != null && wanted.equals(pending.terms())) {
            return pending(state.approvals.askAgain(pending));
          }
          MarketplaceActions.requireNotHired(proposal);
          if (proposal.status().equals(SimulatedProposal.NOT_A_FIT) && !confirmNotFit) {
            throw Refusal.conflict("not_fit_confirmation_required");
          }
          state.account.requirePaymentMethod();
          state.approvals.overtake(ApprovalKind.PROPOSAL_HIRE, proposalId, now);
          return pending(state.approvals.ask(Subject.hire(proposal, wanted), now));
        });
  }

  /** {@code POST /milestones/{milestoneId}/fund}. */
  public MarketplaceAnswer<AskAnswer> requestFunding(String milestoneId, Instant now) {
    return answer(
        () -> {
          requirePaymentsWrite();
          SimulatedMilestone milestone = living(milestoneId);
          if (milestone.status() != MilestoneStatus.NOT_FUNDED) {
            throw Refusal.conflict("milestone_not_fundable");
          }
          if (state.approvals.pending(ApprovalKind.MILESTONE_FUND, milestoneId, now) == null) {
            state.account.requirePaymentMethod();
          }
          return ask(Subject.milestone(ApprovalKind.MILESTONE_FUND, milestone), now);
        });
  }

  /** {@code POST /milestones/{milestoneId}/approve}. */
  public MarketplaceAnswer<AskAnswer> requestRelease(String milestoneId, Instant now) {
    return answer(
        () -> {
          requirePaymentsWrite();
          SimulatedMilestone milestone = living(milestoneId);
          if (milestone.status() != MilestoneStatus.ACTIVE_FUNDED) {
            throw Refusal.conflict(Assumed.NOT_RELEASABLE);
          }
          return ask(Subject.milestone(ApprovalKind.MILESTONE_APPROVE, milestone), now);
        });
  }

  /** {@code POST /contracts/{contractId}/end}: done at once when no money is held, else asked. */
  public MarketplaceAnswer<AskAnswer> requestEnd(String contractId, Instant now) {
    return answer(
        () -> {
          requirePaymentsWrite();
          SimulatedContract contract = state.contract(contractId);
          MarketplaceActions.requireActive(contract);
          if (contract.holding().isEmpty()) {
            actions.end(contract, false, Actor.API_CALL, now);
            state.approvals.overtake(ApprovalKind.CONTRACT_END, contractId, now);
            return new AskAnswer.Done();
          }
          return ask(Subject.end(contract), now);
        });
  }

  /**
   * {@code POST /contracts/{contractId}/milestones}, as the product's client sends it: by the
   * volume where the plan has one, else by the amount. It is not idempotent.
   *
   * @param tag is added to the description
   */
  public MarketplaceAnswer<MilestoneSnapshot> createMilestone(
      String contractId, MilestonePlan plan, String tag, Instant now) {
    return answer(
        () -> {
          requirePaymentsWrite();
          MilestonePrice.requireSensible(plan);
          SimulatedContract contract = state.contract(contractId);
          MilestonePrice price = MilestonePrice.of(contract.proposal(), plan);
          MilestoneTerms terms =
              new MilestoneTerms(
                  MilestoneTerms.trimmed(plan.name()),
                  MilestoneDescription.of(plan.description(), tag),
                  price.cents(),
                  plan.dueDate());
          return actions.create(contract, terms, price.volume(), Actor.API_CALL, now).snapshot();
        });
  }

  /** {@code GET /approvals/{approvalId}}; a pending one past its window expires by being read. */
  public MarketplaceAnswer<ApprovalSnapshot> readApproval(String approvalId, Instant now) {
    return answer(
        () -> {
          state.account.requireReadable(TokenScope.PAYMENTS_READ);
          return state.approvals.see(approvalId, now).snapshot();
        });
  }

  /** {@code GET /contracts/{contractId}}. */
  public MarketplaceAnswer<ContractSnapshot> readContract(String contractId, Instant now) {
    return readContractAsOf(contractId, now);
  }

  /** The same call, answered by a copy that has heard of nothing since that instant. */
  public MarketplaceAnswer<ContractSnapshot> readContractAsOf(String contractId, Instant asOf) {
    return answer(
        () -> {
          state.account.requireReadable(TokenScope.PAYMENTS_READ);
          SimulatedContract.@Nullable Version version = state.contract(contractId).asOf(asOf);
          if (version == null) {
            throw Refusal.missing("contracts");
          }
          return version.full();
        });
  }

  /** {@code GET /contracts?jobId=}, reduced to the newest one of the proposal; without budget. */
  public MarketplaceAnswer<ContractReading> findContract(String proposalId, Instant now) {
    return findContractAsOf(proposalId, now);
  }

  /** The same call, answered by a copy that has heard of nothing since that instant. */
  public MarketplaceAnswer<ContractReading> findContractAsOf(String proposalId, Instant asOf) {
    return answer(
        () -> {
          state.account.requireReadable(TokenScope.PAYMENTS_READ);
          SimulatedContract contract = state.ownProposal(proposalId).contract();
          SimulatedContract.@Nullable Version version =
              contract == null ? null : contract.asOf(asOf);
          return version == null
              ? new ContractReading.NotFound()
              : new ContractReading.Seen(version.listed());
        });
  }

  /**
   * {@code GET /updates?cursor=&limit=}.
   *
   * @param afterEventId the cursor; 0 from the beginning
   */
  public MarketplaceAnswer<UpdatesPage> updates(long afterEventId, int limit) {
    return answer(
        () -> {
          state.account.requireUpdates();
          return state.feed.page(afterEventId, limit);
        });
  }

  /** Every approval that there ever was, oldest first. */
  public Collection<SimulatedApproval> approvals() {
    return state.approvals.all();
  }

  /** Every contract that there ever was, oldest first. */
  public Collection<SimulatedContract> contracts() {
    return Collections.unmodifiableCollection(state.contracts.values());
  }

  /** Every milestone that there ever was, oldest first, also those that reads hide. */
  public Collection<SimulatedMilestone> milestones() {
    return Collections.unmodifiableCollection(state.milestones.values());
  }

  /** The proposal that there must be. */
  public SimulatedProposal proposal(String id) {
    return known(id, state.proposals.get(id));
  }

  /** The approval that there must be. */
  public SimulatedApproval approval(String id) {
    return known(id, state.approvals.find(id));
  }

  /** The contract that there must be. */
  public SimulatedContract contract(String id) {
    return known(id, state.contracts.get(id));
  }

  /** The milestone that there must be. */
  public SimulatedMilestone milestone(String id) {
    return known(id, state.milestones.get(id));
  }

  /** Every event that there ever was, whatever the token may see. */
  public List<MarketplaceEvent> events() {
    return state.feed.all();
  }

  /** Every movement of money. */
  public EscrowLedger ledger() {
    return state.ledger;
  }

  /** What is wrong with the money, in words; nothing when every cent is conserved. */
  public List<String> moneyViolations() {
    return state.ledger.violations(state.contracts.values());
  }

  static <T> MarketplaceAnswer<T> answer(Supplier<T> work) {
    try {
      return new Ok<>(work.get());
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private static <T> T known(String id, @Nullable T found) {
    return Objects.requireNonNull(found, () -> "there is no " + id);
  }

  private void requirePaymentsWrite() {
    state.account.requireWritable(TokenScope.PAYMENTS_WRITE, AccountFeature.PAYMENTS_WRITE);
  }

  /** A milestone that can still change: not gone, and on a contract that has not ended. */
  private SimulatedMilestone living(String milestoneId) {
    SimulatedMilestone milestone = state.milestone(milestoneId);
    if (!milestone.status().shown()) {
      throw Refusal.conflict("milestone_cancelled");
    }
    MarketplaceActions.requireActive(milestone.contract());
    return milestone;
  }

  private AskAnswer ask(Subject subject, Instant now) {
    return pending(state.approvals.askOnce(subject, now));
  }

  private static AskAnswer pending(SimulatedApproval approval) {
    return new AskAnswer.Pending(approval.snapshot());
  }
}
