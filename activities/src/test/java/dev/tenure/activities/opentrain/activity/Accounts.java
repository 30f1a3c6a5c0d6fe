package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import java.util.List;

/** Activities of an account for tests. */
final class Accounts {

  private Accounts() {}

  /** With as many calls as on a marketplace of one's own, and without any event. */
  static OpenTrainActivities activities(OpenTrainClient api) {
    return activities(api, since -> List.of());
  }

  static OpenTrainActivities activities(OpenTrainClient api, NamedApprovals named) {
    return new OpenTrainActivities(api, named, new Allowance(100), new ShutdownSignal());
  }
}
