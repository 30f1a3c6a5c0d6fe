package dev.tenure.worker.account;

import dev.tenure.activities.http.HttpExchange;
import dev.tenure.worker.settings.AccountSettings;
import dev.tenure.worker.settings.SettingsException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every account that this worker serves. */
@Context
public final class ServedAccounts {

  private static final Logger LOG = LoggerFactory.getLogger(ServedAccounts.class);

  private final List<AccountClients> all;

  /**
   * Makes the clients of each account.
   *
   * @throws SettingsException where two accounts hold one token
   */
  ServedAccounts(List<AccountSettings> settings, HttpExchange http, MeterRegistry registry) {
    List<AccountSettings> sorted =
        settings.stream()
            .sorted(
                Comparator.comparing(AccountSettings::isDefault)
                    .reversed()
                    .thenComparing(AccountSettings::name))
            .toList();
    refuseShared(sorted);
    all = sorted.stream().map(account -> AccountClients.of(account, http, registry)).toList();
    LOG.info("Serving {}", sorted);
  }

  /** Two names for one account would follow one feed twice and pay from one purse. */
  private static void refuseShared(List<AccountSettings> accounts) {
    Map<String, String> holders = new HashMap<>();
    for (AccountSettings account : accounts) {
      String purse = account.marketplace().origin() + " " + account.token();
      String other = holders.put(purse, account.tokenVariable());
      if (other != null) {
        throw new SettingsException(
            "%s and %s hold the same token: each account needs one of its own"
                .formatted(other, account.tokenVariable()));
      }
    }
  }

  /** All of them: the default one, then the others by name. */
  public List<AccountClients> all() {
    return all;
  }
}
