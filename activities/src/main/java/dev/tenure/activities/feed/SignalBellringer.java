package dev.tenure.activities.feed;

import dev.tenure.model.Bells;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.accounts.LedgerWorkflow;
import dev.tenure.workflows.hire.HireWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings by signal. */
public final class SignalBellringer implements Bellringer {

  private static final Logger LOG = LoggerFactory.getLogger(SignalBellringer.class);

  private final WorkflowClient client;

  public SignalBellringer(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public void ring(String hireId, Bells bells) {
    try {
      client.newWorkflowStub(HireWorkflow.class, WorkflowIds.hire(hireId)).ring(bells);
    } catch (WorkflowNotFoundException e) {
      LOG.debug("hire {} is over or not begun, its bell is dropped", hireId);
    }
  }

  /** A word that gets lost is made up for by the ledger's own sweep. */
  @Override
  public void moneyMoved(String account) {
    try {
      client.newWorkflowStub(LedgerWorkflow.class, WorkflowIds.ledger(account)).moneyMoved();
    } catch (WorkflowNotFoundException e) {
      LOG.debug("nobody keeps the ledger of account {} yet", account);
    }
  }
}
