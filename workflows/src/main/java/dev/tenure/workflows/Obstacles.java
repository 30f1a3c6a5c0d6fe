package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.IncidentCause;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;

/** Reads out of a failed activity why it failed. */
final class Obstacles {

  private Obstacles() {}

  static Obstacle of(ActivityFailure failure) {
    if (failure.getCause() instanceof TimeoutFailure
        && failure.getActivityType().equals(MarketplaceActivities.CREATE_MILESTONE)) {
      return new Obstacle(
          IncidentCause.MILESTONE_IN_DOUBT,
          "It is not certain whether the milestone was created: the call never came back. Look at"
              + " the contract in the app; retry looks for the milestone and creates it if it is"
              + " not there.",
          null);
    }
    if (failure.getCause() instanceof ApplicationFailure cause) {
      if (cause.getDetails().getSize() > 0 && !cause.getType().equals(Obstacle.UNAVAILABLE)) {
        return cause.getDetails().get(Obstacle.class);
      }
      if (!cause.getType().equals(Obstacle.UNAVAILABLE)) {
        return new Obstacle(
            IncidentCause.UNEXPECTED, "The call failed: " + cause.getOriginalMessage(), null);
      }
    }
    return new Obstacle(
        IncidentCause.MARKETPLACE_UNREACHABLE,
        "The marketplace has not answered for about two minutes. It is asked again, more slowly,"
            + " until it does; nothing is lost.",
        null);
  }
}
