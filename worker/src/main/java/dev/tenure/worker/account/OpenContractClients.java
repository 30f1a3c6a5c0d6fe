package dev.tenure.worker.account;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.opencontract.activity.OpenContractAccountReader;
import dev.tenure.activities.opencontract.chain.ChainNode;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.client.PaidCalls;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.PaymentAuthorizer;
import dev.tenure.activities.opencontract.signer.PaymentIntents;
import dev.tenure.activities.opencontract.signer.PaymentSigner;
import dev.tenure.worker.metric.MeteredTransport;
import dev.tenure.worker.settings.OpenContractSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;

/**
 * An account of OpenContract with its client, whose calls are all counted in one allowance, and
 * what signs for it.
 *
 * @param address that pays
 * @param client for hires, the sweep over all contracts and looks at the account
 * @param payments within the account's limits
 */
public record OpenContractClients(
    OpenContractSettings settings,
    Address address,
    Allowance allowance,
    OpenContractClient client,
    PaidCalls payments,
    OpenContractAccountReader reader) {

  /** That the address's owner sees beside the API key. */
  private static final String LABEL = "tenure";

  private static final double SECONDS = Duration.ofMinutes(1).toSeconds();

  /** Of so many calls the sweep takes one at most: hires wait for the others. */
  private static final double CALLS_BETWEEN_SWEEPS = 4;

  static OpenContractClients of(
      OpenContractSettings settings,
      PaymentSigner signer,
      PaymentIntents intents,
      HttpExchange http,
      ShutdownSignal stopping,
      MeterRegistry registry) {
    InstantSource clock = InstantSource.system();
    Allowance allowance = new Allowance(settings.callsPerMinute() / SECONDS);
    OpenContractClient client =
        new OpenContractClient(
            new MeteredTransport(
                new HttpTransport(http, settings.marketplace(), null, HttpLimits.USUAL),
                settings.name(),
                registry),
            allowance,
            signer,
            LABEL,
            stopping,
            clock);
    return new OpenContractClients(
        settings,
        signer.address(),
        allowance,
        client,
        new PaidCalls(
            client, new PaymentAuthorizer(signer, settings.policy(), intents, clock), clock),
        new OpenContractAccountReader(
            client,
            signer.address(),
            settings.policy(),
            intents,
            settings.node() == null ? null : new ChainNode(http, settings.node()),
            clock));
  }

  /** The account's name in the configuration. */
  public String name() {
    return settings.name();
  }

  /**
   * How often its contracts are swept over.
   *
   * @param wanted for all accounts; an account that may make few calls is swept over more rarely
   */
  public Duration sweepInterval(Duration wanted) {
    Duration shortest =
        Duration.ofMillis((long) (1_000 * CALLS_BETWEEN_SWEEPS / allowance.perSecond()));
    return wanted.compareTo(shortest) > 0 ? wanted : shortest;
  }
}
