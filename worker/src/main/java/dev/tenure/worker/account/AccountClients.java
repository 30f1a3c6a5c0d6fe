package dev.tenure.worker.account;

import dev.tenure.activities.http.Exchange;
import dev.tenure.activities.http.JdkExchange;
import dev.tenure.activities.opentrain.AccountReader;
import dev.tenure.activities.opentrain.Allowance;
import dev.tenure.activities.opentrain.OpenTrain;
import dev.tenure.activities.opentrain.OpenTrainAccount;
import dev.tenure.worker.settings.AccountSettings;
import java.time.InstantSource;

/**
 * A marketplace account with its clients.
 *
 * @param api for hires, counted
 * @param feed for the updates feed, which has an allowance of its own: its interval
 * @param lists for the sweep over all contracts, counted
 * @param itself looks at the account, counted
 */
public record AccountClients(
    AccountSettings settings,
    Allowance allowance,
    OpenTrain api,
    OpenTrain feed,
    OpenTrain lists,
    OpenTrainAccount itself,
    AccountReader reader) {

  static AccountClients of(AccountSettings settings) {
    InstantSource clock = InstantSource.system();
    Allowance allowance = new Allowance(settings.callsPerSecond());
    Exchange uncounted =
        new JdkExchange(settings.marketplace(), settings.token(), JdkExchange.Limits.DEFAULT);
    Exchange lists =
        new JdkExchange(settings.marketplace(), settings.token(), JdkExchange.Limits.LONG_LIST);
    Exchange counted = allowance.counting(uncounted);
    OpenTrainAccount itself = new OpenTrainAccount(counted, clock);
    return new AccountClients(
        settings,
        allowance,
        new OpenTrain(settings.marketplace(), counted, clock),
        new OpenTrain(settings.marketplace(), uncounted, clock),
        new OpenTrain(settings.marketplace(), allowance.counting(lists), clock),
        itself,
        new AccountReader(itself, clock));
  }

  /** The account's name in the configuration. */
  public String name() {
    return settings.name();
  }
}
