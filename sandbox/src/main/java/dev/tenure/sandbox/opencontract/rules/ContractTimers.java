package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.clock.Schedule;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.PendingPayment;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What OpenContract does by itself. A call is allowed while now is before its deadline; from the
 * deadline on the timer has won (assumed), also when nobody looked at that moment. A call that
 * began in time counts, however long its payment settles: the deadline waits for it. What is due
 * follows from the contract, so it is found again after a restart.
 */
@Singleton
public class ContractTimers {
  private final OpenContractWorld world;
  private final Payments payments;
  private final PaidCalls paidCalls;
  private final ContractEnds ends;
  private final Schedule schedule;

  ContractTimers(
      OpenContractWorld world,
      Payments payments,
      PaidCalls paidCalls,
      ContractEnds ends,
      Schedule schedule) {
    this.world = world;
    this.payments = payments;
    this.paidCalls = paidCalls;
    this.ends = ends;
    this.schedule = schedule;
    world.onChange(WorkingContract.class, this::plan);
    world.onChange(PendingPayment.class, this::plan);
  }

  /** The contract after everything that was due, which is stored. */
  public WorkingContract look(WorkingContract contract) {
    WorkingContract current = contract;
    Instant due = next(current);
    while (due != null && !world.now().isBefore(due)) {
      Optional<PendingPayment> pending = settlesNext(current);
      if (pending.isPresent()) {
        paidCalls.settled(pending.get());
        current = world.contracts.get(current.id());
      } else {
        current = passed(current, due);
        world.put(current);
      }
      due = next(current);
    }
    return current;
  }

  /** Applies what is due on every contract, and on those that are still to be created. */
  public void lookAtAll() {
    lookAtCreations();
    world.running.oldestFirst().toList().forEach(id -> look(world.contracts.get(id)));
  }

  /** Settles the payments of creations that are due. */
  public void lookAtCreations() {
    world
        .pendingPayments
        .oldestFirst(PendingPayment::creates)
        .filter(payment -> !world.now().isBefore(payment.settlesAt()))
        .toList()
        .forEach(paidCalls::settled);
  }

  /** When time alone changes the contract; null when it does not. */
  public @Nullable Instant next(WorkingContract contract) {
    return settlesNext(contract).map(PendingPayment::settlesAt).orElseGet(() -> deadline(contract));
  }

  /** Until when the calls of its status are allowed, or its payout is due. */
  @Nullable Instant deadline(WorkingContract contract) {
    return switch (contract.status()) {
      case CREATED -> contract.terms().matchDeadline();
      case MATCHED -> contract.terms().deliveryDeadline();
      case UNDER_REVIEW -> contract.terms().reviewDeadline();
      case DISPUTED -> contract.since().plus(votingWindow());
      default -> contract.paidOut() ? null : contract.payoutDue();
    };
  }

  private Optional<PendingPayment> settlesNext(WorkingContract contract) {
    return world.settlingOn(contract).min(Comparator.comparing(PendingPayment::settlesAt));
  }

  private WorkingContract passed(WorkingContract contract, Instant due) {
    return switch (contract.status()) {
      case CREATED -> ends.cancelled(contract, ContractStatus.CANCELLED_UNMATCHED, due);
      case MATCHED -> ends.cancelled(contract, ContractStatus.CANCELLED_ABSENT, due);
      case UNDER_REVIEW -> ends.approved(contract, due);
      case DISPUTED -> ends.tallied(contract, due);
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

  private Duration votingWindow() {
    return Duration.parse(world.settings().parameters().baVotingWindow());
  }

  /** Plans for everything that is not paid out: at the start, and when a setting has changed. */
  public void wake() {
    world.eachRunning(this::plan);
    world.run(() -> world.pendingPayments.oldestFirst().forEach(this::plan));
  }

  /** A creation has no contract yet by which its payment would be planned for. */
  private void plan(PendingPayment payment) {
    if (world.pendingPayments.holds(payment.id())) {
      schedule.at(payment.settlesAt(), () -> look(payment));
    }
  }

  private void look(PendingPayment payment) {
    String contractId = payment.call().contractId();
    if (contractId != null) {
      look(contractId);
    } else {
      world.run(this::lookAtCreations);
    }
  }

  private void plan(WorkingContract contract) {
    Instant due = next(contract);
    if (due != null) {
      schedule.at(due, () -> look(contract.id()));
    }
  }

  /** A plan that is outdated does nothing: the contract itself knows what is due. */
  private void look(String contractId) {
    world.transact(
        () -> {
          WorkingContract contract = world.contracts.find(contractId);
          return contract == null ? null : look(contract);
        });
  }
}
