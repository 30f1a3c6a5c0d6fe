package dev.tenure.worker;

import dev.tenure.activities.http.JdkExchange;
import dev.tenure.activities.opentrain.OpenTrain;
import java.time.InstantSource;

/** A marketplace account with its client. */
record Account(AccountSettings settings, OpenTrain api) {

  static Account of(AccountSettings settings) {
    JdkExchange exchange =
        new JdkExchange(settings.base(), settings.token(), JdkExchange.Limits.DEFAULT);
    return new Account(settings, new OpenTrain(settings.base(), exchange, InstantSource.system()));
  }

  String name() {
    return settings.name();
  }
}
