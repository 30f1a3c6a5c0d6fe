package dev.tenure.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Word from the marketplace that something changed. Each id may be absent.
 *
 * @param eventId the marketplace's event
 * @param type the marketplace's event type, e.g. {@code approval.confirmed}
 * @param status what the event says has become of the milestone, as sent; it tells news from what
 *     is known already, and is never believed without a read
 */
public record MarketplaceNotification(
    String eventId,
    String type,
    @Nullable String approvalId,
    @Nullable String milestoneId,
    @Nullable String contractId,
    @Nullable String proposalId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String status) {

  /**
   * Our own notification: an obstacle that holds the hire is gone, as another hire's success shows.
   */
  public static final String OBSTACLE_GONE = "tenure.obstacle_gone";

  /** A notification that only says where to look. */
  public MarketplaceNotification(
      String eventId,
      String type,
      @Nullable String approvalId,
      @Nullable String milestoneId,
      @Nullable String contractId,
      @Nullable String proposalId) {
    this(eventId, type, approvalId, milestoneId, contractId, proposalId, null);
  }

  /** Notifies hires that an obstacle holds, so that they try again at once. */
  public static MarketplaceNotification obstacleGone() {
    return new MarketplaceNotification("", OBSTACLE_GONE, null, null, null, null);
  }
}
