package dev.tenure.model;

import org.jspecify.annotations.Nullable;

/**
 * Word from the marketplace that something changed; never what changed. Each id may be absent.
 *
 * @param eventId the marketplace's event
 * @param type the marketplace's event type, e.g. {@code approval.confirmed}
 */
public record Bell(
    String eventId,
    String type,
    @Nullable String approvalId,
    @Nullable String milestoneId,
    @Nullable String contractId,
    @Nullable String proposalId) {

  /** Our own bell: an obstacle that holds the hire is gone, as another hire's success shows. */
  public static final String OBSTACLE_GONE = "tenure.obstacle_gone";

  /** Rings hires that an obstacle holds, so that they try again at once. */
  public static Bell obstacleGone() {
    return new Bell("", OBSTACLE_GONE, null, null, null, null);
  }
}
