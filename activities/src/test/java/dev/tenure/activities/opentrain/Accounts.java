package dev.tenure.activities.opentrain;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Stopping;
import dev.tenure.activities.http.Exchange;
import dev.tenure.activities.http.JdkExchange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Clients of a marketplace for tests. */
final class Accounts {

  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static final JdkExchange.Limits LIMITS =
      new JdkExchange.Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 1L << 20);

  private Accounts() {}

  static Exchange exchange(Marketplace marketplace) {
    return new JdkExchange(marketplace.base(), "ot_pat_test_secret", LIMITS);
  }

  static OpenTrain of(Marketplace marketplace) {
    return of(marketplace, exchange(marketplace));
  }

  /** With as many calls as on a marketplace of one's own, and without any event. */
  static OpenTrainActivities activities(OpenTrain api) {
    return activities(api, since -> List.of());
  }

  static OpenTrainActivities activities(OpenTrain api, NamedApprovals named) {
    return new OpenTrainActivities(api, named, new Allowance(100), new Stopping());
  }

  static OpenTrain of(Marketplace marketplace, Exchange exchange) {
    return new OpenTrain(marketplace.base(), exchange, InstantSource.fixed(NOW));
  }
}
