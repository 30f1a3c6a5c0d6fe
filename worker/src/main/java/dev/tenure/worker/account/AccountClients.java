package dev.tenure.worker.account;

import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opentrain.activity.AccountReader;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.worker.metric.MeteredTransport;
import dev.tenure.worker.settings.AccountSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/**
 * A marketplace account with its clients, whose calls are all counted in one allowance.
 *
 * @param feedAllowance the half of it that the updates feed may take
 * @param api for hires, the ledger and looks at the account
 * @param feed for the updates feed
 * @param lists for the sweep over all contracts, whose body may be long
 */
public record AccountClients(
    AccountSettings settings,
    Allowance allowance,
    Allowance feedAllowance,
    OpenTrainClient api,
    OpenTrainClient feed,
    OpenTrainClient lists,
    AccountReader reader) {

  static AccountClients of(AccountSettings settings, HttpExchange http, MeterRegistry registry) {
    InstantSource clock = InstantSource.system();
    Allowance allowance = new Allowance(settings.callsPerSecond());
    Allowance feedAllowance = allowance.feed();
    Transport usual = transport(settings, http, HttpLimits.USUAL, registry);
    Transport lists = transport(settings, http, HttpLimits.LONG_LIST, registry);
    OpenTrainClient api = client(settings, allowance.counting(usual), clock);
    return new AccountClients(
        settings,
        allowance,
        feedAllowance,
        api,
        client(settings, feedAllowance.counting(usual), clock),
        client(settings, allowance.counting(lists), clock),
        new AccountReader(api, clock));
  }

  private static Transport transport(
      AccountSettings settings, HttpExchange http, HttpLimits limits, MeterRegistry registry) {
    return new MeteredTransport(
        new HttpTransport(http, settings.marketplace(), settings.token(), limits),
        settings.name(),
        registry);
  }

  private static OpenTrainClient client(
      AccountSettings settings, Transport transport, InstantSource clock) {
    return new OpenTrainClient(settings.marketplace(), transport, clock);
  }

  /** The account's name in the configuration. */
  public String name() {
    return settings.name();
  }
}
