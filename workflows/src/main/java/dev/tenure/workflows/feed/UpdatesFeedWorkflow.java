package dev.tenure.workflows.feed;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Follows the updates feed of one account for ever. Workflow id: {@code updates-feed-{account}}.
 */
@WorkflowInterface
public interface UpdatesFeedWorkflow {

  @WorkflowMethod(name = "UpdatesFeed")
  void follow(String account);
}
