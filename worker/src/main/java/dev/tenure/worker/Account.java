package dev.tenure.worker;

import dev.tenure.activities.http.JdkExchange;
import dev.tenure.activities.opentrain.AccountReader;
import dev.tenure.activities.opentrain.OpenTrain;
import dev.tenure.activities.opentrain.OpenTrainAccount;
import java.time.InstantSource;

/** A marketplace account with its clients: one for hires, one that looks at the account itself. */
record Account(
    AccountSettings settings, OpenTrain api, OpenTrainAccount itself, AccountReader reader) {

  static Account of(AccountSettings settings) {
    InstantSource clock = InstantSource.system();
    JdkExchange exchange =
        new JdkExchange(settings.base(), settings.token(), JdkExchange.Limits.DEFAULT);
    OpenTrainAccount itself = new OpenTrainAccount(exchange, clock);
    return new Account(
        settings,
        new OpenTrain(settings.base(), exchange, clock),
        itself,
        new AccountReader(itself, clock));
  }

  String name() {
    return settings.name();
  }
}
