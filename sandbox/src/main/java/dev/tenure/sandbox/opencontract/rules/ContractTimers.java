package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What OpenContract does by itself. A call is allowed while now is before its deadline; from the
 * deadline on the timer has won (assumed), also when nobody looked at that moment.
 */
@Singleton
public class ContractTimers {
  private final OpenContractWorld world;
  private final Payments payments;

  ContractTimers(OpenContractWorld world, Payments payments) {
    this.world = world;
    this.payments = payments;
  }

  /** The contract after everything that was due, which is stored. */
  public WorkingContract look(WorkingContract contract) {
    WorkingContract current = contract;
    Instant due = next(current);
    while (due != null && !world.now().isBefore(due)) {
      current = passed(current, due);
      world.put(current);
      due = next(current);
    }
    return current;
  }

  /** Applies what is due on every contract. */
  public void lookAtAll() {
    world.running.oldestFirst().toList().forEach(id -> look(world.contracts.get(id)));
  }

  /** When time alone changes the contract; null when it does not. */
  public @Nullable Instant next(WorkingContract contract) {
    return switch (contract.status()) {
      case CREATED -> contract.terms().matchDeadline();
      case MATCHED -> contract.terms().deliveryDeadline();
      case UNDER_REVIEW -> contract.terms().reviewDeadline();
      case DISPUTED -> contract.since().plus(votingWindow());
      default -> contract.paidOut() ? null : contract.payoutDue();
    };
  }

  /** Ends a contract that was never worked on to its end; its refund trails behind. */
  WorkingContract cancelled(WorkingContract contract, ContractStatus how, Instant at) {
    return contract.cancelled(how, at, payout(at));
  }

  /** What an approval does, and what silence does. */
  WorkingContract approved(WorkingContract contract, Instant at) {
    return contract.resolved(
        Collections.nCopies(contract.criteria(), Criterion.MET), at, payout(at));
  }

  /** Counts the votes. */
  WorkingContract tallied(WorkingContract contract, Instant at) {
    List<Vote> votes = world.votesOn(contract).toList();
    List<Criterion> outcomes = Tally.outcomes(contract.criteria(), votes);
    for (Vote vote : votes) {
      world.votes.put(
          vote.key(),
          Tally.scored(vote, outcomes.get(vote.criterionIndex()), world.settings().parameters()));
    }
    return contract.resolved(outcomes, at, payout(at));
  }

  private WorkingContract passed(WorkingContract contract, Instant due) {
    return switch (contract.status()) {
      case CREATED -> cancelled(contract, ContractStatus.CANCELLED_UNMATCHED, due);
      case MATCHED -> cancelled(contract, ContractStatus.CANCELLED_ABSENT, due);
      case UNDER_REVIEW -> approved(contract, due);
      case DISPUTED -> tallied(contract, due);
      default -> paidOut(contract, due);
    };
  }

  private WorkingContract paidOut(WorkingContract contract, Instant due) {
    Settlement settlement =
        Settlement.of(contract, world.votesOn(contract).toList(), world.settings());
    settlement
        .shares()
        .forEach(
            share ->
                payments.payOut(contract.wallet(), share.party(), share.units(), share.purpose()));
    return contract.paidOut(settlement.status(), due);
  }

  private Instant payout(Instant end) {
    return end.plusMillis(world.settings().reviewersMs());
  }

  private Duration votingWindow() {
    return Duration.parse(world.settings().parameters().baVotingWindow());
  }
}
