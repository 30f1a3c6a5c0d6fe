package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.clock.Schedule;
import dev.tenure.sandbox.opencontract.model.PendingPayment;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Sees to it that what is due on a contract happens when it is due, and not only when somebody
 * looks. What is due follows from the contract, so it is found again after a restart.
 */
@Singleton
public class TimerSchedule {
  private final OpenContractWorld world;
  private final ContractTimers timers;
  private final Schedule schedule;

  TimerSchedule(OpenContractWorld world, ContractTimers timers, Schedule schedule) {
    this.world = world;
    this.timers = timers;
    this.schedule = schedule;
    world.onChange(WorkingContract.class, this::plan);
    world.onChange(PendingPayment.class, this::plan);
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
      world.run(() -> timers.lookAtCreations());
    }
  }

  private void plan(WorkingContract contract) {
    Instant due = timers.next(contract);
    if (due != null) {
      schedule.at(due, () -> look(contract.id()));
    }
  }

  /** A plan that is outdated does nothing: the contract itself knows what is due. */
  private void look(String contractId) {
    world.transact(
        () -> {
          WorkingContract contract = world.contracts.find(contractId);
          return contract == null ? null : timers.look(contract);
        });
  }
}
