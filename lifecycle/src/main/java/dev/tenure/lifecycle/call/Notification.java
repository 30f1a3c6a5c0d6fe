package dev.tenure.lifecycle.call;

import org.jspecify.annotations.Nullable;

/**
 * Word from the marketplace that something may have changed. It only says where to look; nothing is
 * believed without a read.
 *
 * @param type the marketplace's event type, e.g. {@code approval.confirmed}, or one of ours
 * @param status what the event says has become of its subject, as sent
 */
public record Notification(
    String type,
    @Nullable String approvalId,
    @Nullable String milestoneId,
    @Nullable String contractId,
    @Nullable String proposalId,
    @Nullable String status) {

  /** Another hire got through where an obstacle held both: worth a fast try. */
  public static final String OBSTACLE_GONE = "tenure.obstacle_gone";

  /** The account sweep saw the contract in another state than before. */
  public static final String CONTRACT_CHANGED = "tenure.contract_changed";

  /** A fast try is worth it; nothing on the marketplace is meant. */
  public static Notification obstacleGone() {
    return new Notification(OBSTACLE_GONE, null, null, null, null, null);
  }

  /** The contract looks different from what the account sweep saw last. */
  public static Notification contractChanged(String contractId) {
    return new Notification(CONTRACT_CHANGED, null, null, contractId, null, null);
  }
}
