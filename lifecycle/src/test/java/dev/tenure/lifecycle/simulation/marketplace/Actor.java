package dev.tenure.lifecycle.simulation.marketplace;

import org.jspecify.annotations.Nullable;

/**
 * Who did something to a contract or a milestone.
 *
 * @param approvalId the approval that was confirmed
 */
public record Actor(Kind kind, @Nullable String approvalId) {

  /** A call of the API that needs no approval. */
  public static final Actor API_CALL = new Actor(Kind.API_CALL, null);

  /** A person at work in the app. */
  public static final Actor IN_APP = new Actor(Kind.IN_APP, null);

  /** The way by which it was done. */
  public enum Kind {
    API_CALL,
    APPROVAL,
    IN_APP
  }

  static Actor approval(String id) {
    return new Actor(Kind.APPROVAL, id);
  }
}
