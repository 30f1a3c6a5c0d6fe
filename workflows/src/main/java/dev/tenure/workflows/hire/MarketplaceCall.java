package dev.tenure.workflows.hire;

import dev.tenure.model.hire.IncidentCause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The input of a call to the marketplace. */
public interface MarketplaceCall {

  /**
   * Failure type of a call that was not sent, since the account's calls are taken by others of our
   * own: it is made again until its turn comes, and nobody needs to know.
   */
  String THROTTLED = "marketplace_throttled";

  /**
   * First retry interval of a call that is held by an obstacle. Of the calls that the same obstacle
   * holds, only one at a time need reach the marketplace.
   */
  Duration HELD_INTERVAL = Duration.ofSeconds(30);

  /**
   * The obstacle that holds the call: it is repeated slowly, without end, until that obstacle is
   * gone. Null for a call that nothing holds, which is tried fast and ends with any obstacle.
   */
  @Nullable IncidentCause heldBy();

  /** Whether the call ends when it meets this: an obstacle that the hire does not know of yet. */
  default boolean endedBy(IncidentCause cause) {
    return cause.obstacle() && cause != heldBy();
  }
}
