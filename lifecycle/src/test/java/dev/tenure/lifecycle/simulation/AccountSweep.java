package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Ok;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import java.util.HashMap;
import java.util.Map;

/**
 * Lists all contracts of the account every 45 seconds and tells the hires concerned of what looks
 * different. A sweep that would find nothing is left out.
 */
final class AccountSweep {
  private static final long EVERY = 45 * Draw.SECOND;
  private static final long MOST = 64 * EVERY;

  private final World world;
  private final boolean exists;
  private final Map<String, ContractSnapshot> seen = new HashMap<>();
  private long pause = EVERY;
  private int versions;
  private boolean planned;

  AccountSweep(World world) {
    this.world = world;
    this.exists = !world.draw().has(Feature.NO_SWEEP);
  }

  /** Something may have changed. */
  void look() {
    if (!exists || planned) {
      return;
    }
    int now = 0;
    for (SimulatedContract contract : world.marketplace().contracts()) {
      now += contract.versions().size();
    }
    if (now != versions) {
      versions = now;
      pause = EVERY;
      plan();
    }
  }

  /** A hire that has just closed is of interest as well. */
  void closed(HireDriver driver) {
    if (exists && driver.closed() && !planned) {
      plan();
    }
  }

  private void plan() {
    planned = true;
    long next = (world.agenda().now() / pause + 1) * pause;
    world.agenda().at(next, this::sweep);
  }

  private void sweep() {
    planned = false;
    // One that fails is tried again more and more rarely: here, so as to cost no time.
    pause = Math.min(2 * pause, MOST);
    if (world.wire().down()) {
      plan();
      return;
    }
    boolean again = false;
    for (HireDriver driver : world.hires()) {
      SimulatedContract contract = world.marketplace().proposal(driver.proposalId()).contract();
      if (contract == null) {
        continue;
      }
      if (world.marketplace().findContractAsOf(driver.proposalId(), world.wire().asOf())
          instanceof Ok<ContractReading>(ContractReading.Seen(ContractSnapshot shown))) {
        tell(driver, shown);
        again |= !shown.equals(contract.versions().getLast().listed());
      } else {
        again = true;
      }
    }
    if (again) {
      plan();
    } else {
      pause = EVERY;
    }
  }

  private void tell(HireDriver driver, ContractSnapshot shown) {
    ContractSnapshot before = seen.put(driver.proposalId(), shown);
    if (driver.closed()) {
      boolean left = driver.hire().abandoned();
      if (!shown.ended() && !left) {
        driver.observe(new OpenTrainObservation.ContractAppeared(shown));
      }
    } else if (!shown.equals(before)) {
      driver.observe(new OpenTrainObservation.Notified(Notification.contractChanged(shown.id())));
    }
  }
}
