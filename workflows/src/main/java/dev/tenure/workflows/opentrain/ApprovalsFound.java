package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import java.util.List;

/**
 * The approvals that a search has read and that are for its target, in the order of their events.
 */
public record ApprovalsFound(List<ApprovalSnapshot> approvals) {
  public ApprovalsFound {
    approvals = List.copyOf(approvals);
  }
}
