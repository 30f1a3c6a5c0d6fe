package dev.tenure.workflows.accounts;

import dev.tenure.workflows.EndlessActivity;
import io.temporal.workflow.Workflow;

/** Keeps one sweep activity running for ever, on whichever worker is alive. */
public final class AccountSweepWorkflowImpl implements AccountSweepWorkflow {

  @Override
  public void sweep(String account) {
    Workflow.newActivityStub(
            SweepActivities.class,
            EndlessActivity.options(account, "sweep over the contracts of account " + account))
        .sweepContracts(account);
    Workflow.continueAsNew(account);
  }
}
