package dev.tenure.workflows.accounts;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The account sweep, as the process sees it. */
@ActivityInterface
public interface SweepActivities {

  /**
   * Reads the account's active contracts again and again, and notifies the hires whose contract
   * looks different from the time before, heartbeating, until cancelled or until the worker stops.
   */
  @ActivityMethod(name = "sweep-contracts")
  void sweepContracts(String account);
}
