package dev.tenure.activities.feed;

import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.accounts.LedgerWorkflow;
import dev.tenure.workflows.opentrain.HireWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells hires by signal. */
public final class SignalHireNotifier implements HireNotifier {

  private static final Logger LOG = LoggerFactory.getLogger(SignalHireNotifier.class);

  private final WorkflowClient client;

  public SignalHireNotifier(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public void tell(String hireId, MarketplaceNotifications notifications) {
    try {
      client.newWorkflowStub(HireWorkflow.class, WorkflowIds.hire(hireId)).notifyOf(notifications);
    } catch (WorkflowNotFoundException e) {
      LOG.debug("hire {} is over or not begun, it is not told", hireId);
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
