package dev.tenure.worker;

import dev.tenure.activities.http.Exchange;
import dev.tenure.activities.http.JdkExchange;
import dev.tenure.activities.opentrain.AccountReader;
import dev.tenure.activities.opentrain.Allowance;
import dev.tenure.activities.opentrain.OpenTrain;
import dev.tenure.activities.opentrain.OpenTrainAccount;
import java.time.InstantSource;

/**
 * A marketplace account with its clients.
 *
 * @param api for hires, counted
 * @param feed for the updates feed, which has an allowance of its own: its interval
 * @param lists for the sweep over all contracts, counted
 * @param itself looks at the account, counted
 */
record Account(
    AccountSettings settings,
    Allowance allowance,
    OpenTrain api,
    OpenTrain feed,
    OpenTrain lists,
    OpenTrainAccount itself,
    AccountReader reader) {

  static Account of(AccountSettings settings) {
    InstantSource clock = InstantSource.system();
    Allowance allowance = new Allowance(settings.callsPerSecond());
    Exchange uncounted =
        new JdkExchange(settings.base(), settings.token(), JdkExchange.Limits.DEFAULT);
    Exchange lists =
        new JdkExchange(settings.base(), settings.token(), JdkExchange.Limits.LONG_LIST);
    Exchange counted = allowance.counting(uncounted);
    OpenTrainAccount itself = new OpenTrainAccount(counted, clock);
    return new Account(
        settings,
        allowance,
        new OpenTrain(settings.base(), counted, clock),
        new OpenTrain(settings.base(), uncounted, clock),
        new OpenTrain(settings.base(), allowance.counting(lists), clock),
        itself,
        new AccountReader(itself, clock));
  }

  String name() {
    return settings.name();
  }
}
