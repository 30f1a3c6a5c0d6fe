package dev.tenure.workflows.accounts;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One fresh look at an account, for somebody who waits for it. It lives for seconds: its caller
 * gives it a short execution timeout, so that none is left over when no worker is there.
 */
@WorkflowInterface
public interface AccountCheckWorkflow {

  @WorkflowMethod(name = "AccountCheck")
  AccountReading check(AccountQuestion question);
}
