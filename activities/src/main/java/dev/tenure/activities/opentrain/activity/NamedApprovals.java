package dev.tenure.activities.opentrain.activity;

import java.time.Instant;
import java.util.List;

/** The approvals that the account's events have named and that no hire knows. */
@FunctionalInterface
public interface NamedApprovals {

  /** Ids in the order of their events; the newest ones where there are too many. */
  List<String> since(Instant since);
}
