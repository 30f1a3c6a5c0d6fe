package dev.tenure.worker.account;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.opencontract.signer.JournalPaymentIntents;
import dev.tenure.activities.opencontract.signer.LocalPaymentSigner;
import dev.tenure.activities.opencontract.signer.PaymentSigner;
import dev.tenure.journal.payment.Payments;
import dev.tenure.worker.settings.OpenContractSettings;
import dev.tenure.worker.settings.SettingsEnvironment;
import dev.tenure.worker.settings.SettingsException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of OpenContract, where any are configured: their keys are read as the worker starts.
 */
@Context
public final class OpenContractAccounts {

  private static final Logger LOG = LoggerFactory.getLogger(OpenContractAccounts.class);

  private final ShutdownSignal stopping = new ShutdownSignal();
  private final List<OpenContractClients> all;

  /**
   * Reads the keys.
   *
   * @throws SettingsException where there is none, it fits another address, or two accounts have
   *     one address
   */
  OpenContractAccounts(
      SettingsEnvironment environment,
      HttpExchange http,
      BeanProvider<Payments> payments,
      MeterRegistry registry) {
    List<OpenContractClients> clients = new ArrayList<>();
    for (OpenContractSettings settings : environment.openContract()) {
      OpenContractClients account =
          OpenContractClients.of(
              settings,
              signer(settings),
              new JournalPaymentIntents(payments.get()),
              http,
              stopping,
              registry);
      clients.add(account);
      LOG.info("Serving {} as {}", settings, account.address());
    }
    refuseShared(clients);
    all = List.copyOf(clients);
  }

  private static PaymentSigner signer(OpenContractSettings settings) {
    try {
      return LocalPaymentSigner.of(settings.key(), settings.address());
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  /** Two names for one address would each spend the limits that the address has once. */
  private static void refuseShared(List<OpenContractClients> accounts) {
    Map<String, OpenContractSettings> holders = new HashMap<>();
    for (OpenContractClients account : accounts) {
      OpenContractSettings settings = account.settings();
      OpenContractSettings other =
          holders.put(settings.marketplace() + " " + account.address().text(), settings);
      if (other != null) {
        throw new SettingsException(
            "%s and %s hold the key of one address, %s: each account needs one of its own"
                .formatted(other.key().variable(), settings.key().variable(), account.address()));
      }
    }
  }

  @PreDestroy
  void stop() {
    stopping.begin();
  }

  /** All of them: the one without a name of its own, then the others. */
  public List<OpenContractClients> all() {
    return all;
  }
}
