package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.contract.Usage;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.job.ProposalStatus;
import dev.tenure.sandbox.opentrain.model.money.Fees;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.model.money.PaySource;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.MoneyAuthority;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.rules.money.Escrow;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a proposal to a contract. */
@Singleton
public class HireRequests {
  private final World world;
  private final Approvals approvals;
  private final Contracts contracts;
  private final Escrow escrow;
  private final Conversations conversations;
  private final Feed feed;

  HireRequests(
      World world,
      Approvals approvals,
      Contracts contracts,
      Escrow escrow,
      Conversations conversations,
      Feed feed) {
    this.world = world;
    this.approvals = approvals;
    this.contracts = contracts;
    this.escrow = escrow;
    this.conversations = conversations;
    this.feed = feed;
  }

  /** The proposal, if it is on one of the caller's jobs. */
  public Proposal see(Caller caller, String proposalId) {
    Proposal proposal =
        Refusal.found(world.proposals.find(proposalId), "proposals", "proposalId", proposalId);
    if (!caller.owns(proposal.accountId())) {
      throw Refusal.notYours("This proposal is on another account's job.");
    }
    return proposal;
  }

  /** Asks a person to hire. Equal terms are the same request; other terms supersede it. */
  public Approvals.Requested request(
      Caller caller, String proposalId, Terms terms, boolean notFitOverride) {
    Proposal proposal = see(caller, proposalId);
    Approval pending = approvals.pending(Approval.Type.PROPOSAL_HIRE, proposalId);
    // A repeated question gets its answer whatever has become of the means since.
    if (pending != null && terms.equals(pending.terms())) {
      return approvals.askedAgain(caller, pending);
    }
    requireHireable(proposal, notFitOverride);
    long amount = terms.amountCents();
    escrow.requireMeans(caller.account(), amount + Fees.atHire(amount));
    if (pending != null) {
      approvals.finish(pending, Approval.Status.EXPIRED, null);
    }
    return new Approvals.Requested(
        approvals.ask(
            caller,
            new Approvals.Subject(
                Approval.Type.PROPOSAL_HIRE, proposalId, proposal.jobId(), null, terms)),
        false);
  }

  /** Hires: the proposal is accepted, the contract made, its first milestone funded. */
  public Map<String, Object> carryOut(
      String proposalId, Terms terms, @Nullable PaySource wish, MoneyAuthority by) {
    Proposal proposal = world.proposals.get(proposalId);
    requireHireable(proposal, true);
    Contract contract = contract(proposal, terms);
    Proposal hired = proposal.hired(contract.id(), world.now());
    world.proposals.put(hired.id(), hired);
    feed.proposalChanged(hired);
    world.put(contract);
    conversations.openFor(contract);
    feed.contractCreated(contract);
    escrow.fund(
        contract, contract.milestones().getFirst(), Fees.atHire(terms.amountCents()), wish, by);
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("hired", true);
    evidence.put("contractId", contract.id());
    evidence.put("jobId", contract.jobId());
    evidence.put("freelancerUserId", contract.candidate().userId());
    return evidence;
  }

  private static void requireHireable(Proposal proposal, boolean notFitOverride) {
    if (proposal.contractId() != null) {
      throw Refusal.conflict("already_accepted", "This proposal was already hired.");
    }
    if (proposal.status() == ProposalStatus.NOT_A_FIT && !notFitOverride) {
      throw Refusal.conflict(
          "not_fit_confirmation_required",
          "This proposal was marked as not a fit; send confirmNotFitOverride to hire anyway.");
    }
  }

  private Contract contract(Proposal proposal, Terms terms) {
    Job job = world.jobs.get(proposal.jobId());
    Contract empty =
        new Contract(
            world.newId("ctr"),
            proposal.accountId(),
            job.title() + " Contract",
            job.id(),
            proposal.id(),
            job.paymentType(),
            proposal.rateUsd(),
            proposal.candidate(),
            world.newId("cnv"),
            world.now(),
            world.now(),
            null,
            Usage.NONE,
            List.of());
    return empty.plus(contracts.drafted(empty, terms, volume(empty, terms)), world.now());
  }

  /** Assumed: where pay depends on volume, the first milestone buys as much as its amount does. */
  private static @Nullable BigDecimal volume(Contract contract, Terms terms) {
    BigDecimal rate = contract.rateUsd();
    if (!contract.paymentType().byVolume() || rate == null || rate.signum() == 0) {
      return null;
    }
    return Money.usd(terms.amountCents()).divide(rate, 2, RoundingMode.HALF_UP);
  }
}
