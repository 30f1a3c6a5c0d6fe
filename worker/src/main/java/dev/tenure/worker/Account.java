package dev.tenure.worker;

import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.opentrain.activity.AccountReader;
import dev.tenure.activities.opentrain.client.Allowance;
import dev.tenure.activities.opentrain.client.HttpTransport;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.Transport;
import java.time.InstantSource;

/**
 * A marketplace account with its clients, whose calls are all counted in one allowance.
 *
 * @param api for hires, the ledger and looks at the account
 * @param feed for the updates feed, within its half of the allowance
 * @param lists for the sweep over all contracts, whose body may be long
 */
record Account(
    AccountSettings settings,
    Allowance allowance,
    Allowance feedAllowance,
    OpenTrainClient api,
    OpenTrainClient feed,
    OpenTrainClient lists,
    AccountReader reader) {

  static Account of(AccountSettings settings, HttpExchange http) {
    InstantSource clock = InstantSource.system();
    Allowance allowance = new Allowance(settings.callsPerSecond());
    Allowance feedAllowance = allowance.feed();
    Transport usual = transport(settings, http, HttpLimits.USUAL);
    Transport lists = transport(settings, http, HttpLimits.LONG_LIST);
    OpenTrainClient api = new OpenTrainClient(settings.base(), allowance.counting(usual), clock);
    return new Account(
        settings,
        allowance,
        feedAllowance,
        api,
        new OpenTrainClient(settings.base(), feedAllowance.counting(usual), clock),
        new OpenTrainClient(settings.base(), allowance.counting(lists), clock),
        new AccountReader(api, clock));
  }

  private static Transport transport(
      AccountSettings settings, HttpExchange http, HttpLimits limits) {
    return new HttpTransport(http, settings.base(), settings.token(), limits);
  }

  String name() {
    return settings.name();
  }
}
