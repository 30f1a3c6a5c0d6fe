package dev.tenure.workflows.accounts;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Keeps the journal's copy of one account's ledger up to date, for ever and for all hires together,
 * so that nothing of it is in any hire's history. Workflow id: {@code ledger-{account}}.
 */
@WorkflowInterface
public interface LedgerWorkflow {

  @WorkflowMethod(name = "Ledger")
  void keep(String account);

  /** Money may have moved: the ledger is worth a look. */
  @SignalMethod(name = "moneyMoved")
  void moneyMoved();

  /** Looks now; answers when the journal has what was found. */
  @UpdateMethod(name = "refresh")
  LedgerReading refresh();
}
