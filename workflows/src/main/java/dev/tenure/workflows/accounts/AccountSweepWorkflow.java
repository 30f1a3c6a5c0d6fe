package dev.tenure.workflows.accounts;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Sweeps over the active contracts of one account for ever, for all its hires together: what no
 * event tells is seen here. Workflow id: {@code account-sweep-{account}}.
 */
@WorkflowInterface
public interface AccountSweepWorkflow {

  static String id(String account) {
    return "account-sweep-" + account;
  }

  @WorkflowMethod(name = "AccountSweep")
  void sweep(String account);
}
