package dev.tenure.workflows.feed;

import dev.tenure.workflows.EndlessActivity;
import io.temporal.workflow.Workflow;

/** Keeps one feed activity running for ever, on whichever worker is alive. */
public final class UpdatesFeedWorkflowImpl implements UpdatesFeedWorkflow {

  @Override
  public void follow(String account) {
    Workflow.newActivityStub(
            FeedActivities.class,
            EndlessActivity.options(account, "updates feed of account " + account))
        .followUpdates(account);
    Workflow.continueAsNew(account);
  }
}
