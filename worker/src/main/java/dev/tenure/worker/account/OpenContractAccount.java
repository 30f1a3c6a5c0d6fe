package dev.tenure.worker.account;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.opencontract.activity.OpenContractAccountReader;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.signer.JournalPaymentIntents;
import dev.tenure.activities.opencontract.signer.LocalPaymentSigner;
import dev.tenure.activities.opencontract.signer.PaymentIntents;
import dev.tenure.activities.opencontract.signer.PaymentSigner;
import dev.tenure.journal.payment.Payments;
import dev.tenure.worker.settings.OpenContractSettings;
import dev.tenure.worker.settings.SettingsEnvironment;
import dev.tenure.worker.settings.SettingsException;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account of OpenContract, where one is configured: its key is read as the worker starts. */
@Context
public final class OpenContractAccount {

  private static final Logger LOG = LoggerFactory.getLogger(OpenContractAccount.class);

  private static final String LABEL = "tenure";

  /** Its settings and what reads it. */
  record Served(OpenContractSettings settings, OpenContractAccountReader reader) {}

  private final ShutdownSignal stopping = new ShutdownSignal();
  private final Optional<Served> served;

  /**
   * Reads the key.
   *
   * @throws SettingsException where there is none, or it fits another address
   */
  OpenContractAccount(
      SettingsEnvironment environment, HttpExchange http, BeanProvider<Payments> payments) {
    this.served =
        OpenContractSettings.of(environment.variables())
            .map(settings -> served(settings, http, payments.get()));
  }

  private Served served(OpenContractSettings settings, HttpExchange http, Payments payments) {
    InstantSource clock = InstantSource.system();
    PaymentSigner signer = signer(settings);
    PaymentIntents intents = new JournalPaymentIntents(payments);
    OpenContractClient client =
        new OpenContractClient(
            new HttpTransport(http, settings.marketplace(), null, HttpLimits.USUAL),
            OpenContractClient.allowance(),
            signer,
            LABEL,
            stopping,
            clock);
    LOG.info("Serving {} as {}", settings, signer.address());
    return new Served(
        settings,
        new OpenContractAccountReader(client, signer.address(), settings.policy(), intents, clock));
  }

  private static PaymentSigner signer(OpenContractSettings settings) {
    try {
      return LocalPaymentSigner.of(settings.key(), settings.address());
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  @PreDestroy
  void stop() {
    stopping.begin();
  }

  /** The account; empty where none is configured. */
  Optional<Served> served() {
    return served;
  }
}
