package dev.tenure.worker.settings;

import dev.tenure.activities.http.BaseUrl;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The variables of the accounts: {@code OT_API_TOKEN} is the account {@code default}; for each name
 * in {@code TENURE_ACCOUNTS} there is a token in {@code OT_API_TOKEN_NAME}, and what is set as
 * {@code OT_API_BASE_URL_NAME} or {@code TENURE_MARKETPLACE_RPS_NAME} holds for it alone.
 *
 * @param accounts their names
 * @param values by property
 * @param names the variable that each property is set by
 */
record AccountVariables(
    Set<String> accounts, Map<String, Object> values, Map<String, String> names) {

  private static final String TOKEN = "OT_API_TOKEN";
  private static final String URL = "OT_API_BASE_URL";
  private static final String RATE = "TENURE_MARKETPLACE_RPS";

  /**
   * Reads them.
   *
   * @param environment without empty variables
   * @throws SettingsException with words that name the variable
   */
  static AccountVariables of(Map<String, String> environment) {
    Set<String> accounts = accounts(environment);
    AccountVariables all =
        new AccountVariables(accounts, new LinkedHashMap<>(), new LinkedHashMap<>());
    for (String account : accounts) {
      all.put(account, "token", AccountNames.variable(TOKEN, account), environment);
      all.put(account, "base-url", AccountNames.nearest(URL, account, environment), environment);
      all.put(account, "rps", AccountNames.nearest(RATE, account, environment), environment);
      all.names.put(property(account, "plain-http"), BaseUrl.ALLOW_PLAIN_HTTP);
      all.values.put(property(account, "token-variable"), AccountNames.variable(TOKEN, account));
      all.values.put(
          property(account, "rate-variable"), AccountNames.nearest(RATE, account, environment));
      all.values.put(
          property(account, "url-variable"), AccountNames.nearest(URL, account, environment));
      all.values.put(
          property(account, "plain-http"),
          environment.getOrDefault(BaseUrl.ALLOW_PLAIN_HTTP, "false"));
    }
    AccountNames.refuseUnnamed(TOKEN, environment);
    return all;
  }

  private void put(
      String account, String setting, String variable, Map<String, String> environment) {
    names.put(property(account, setting), variable);
    if (environment.containsKey(variable)) {
      values.put(property(account, setting), environment.get(variable));
    } else if (!setting.equals("rps")) {
      throw missing(account, variable, setting);
    }
  }

  private static SettingsException missing(String account, String variable, String setting) {
    String what =
        setting.equals("token")
            ? "a token of the account"
            : "the marketplace's origin, e.g. " + AccountSettings.OPENTRAIN;
    return new SettingsException(
        account.equals(AccountNames.DEFAULT)
            ? "No marketplace account is configured: set %s and %s (%s is missing: %s), or the key of an account of OpenContract (%s)"
                .formatted(URL, TOKEN, variable, what, OpenContractSettings.KEY_FILE)
            : "%s names the account %s, but %s is missing: %s"
                .formatted(AccountNames.VARIABLE, account, variable, what));
  }

  /** Those that {@code TENURE_ACCOUNTS} names and that have a key of OpenContract are not ours. */
  private static Set<String> accounts(Map<String, String> environment) {
    boolean unnamed =
        environment.containsKey(TOKEN)
            || (!environment.containsKey(AccountNames.VARIABLE)
                && (environment.containsKey(URL) || !OpenContractSettings.configured(environment)));
    Set<String> names = new LinkedHashSet<>();
    if (unnamed) {
      names.add(AccountNames.DEFAULT);
    }
    for (String name : AccountNames.of(environment)) {
      boolean token = environment.containsKey(AccountNames.variable(TOKEN, name));
      boolean key = OpenContractSettings.hasKey(name, environment);
      if (token && key) {
        throw new SettingsException(
            "%s names the account %s, which has both %s and a key of OpenContract: an account is one of one marketplace, so leave one of them out"
                .formatted(AccountNames.VARIABLE, name, AccountNames.variable(TOKEN, name)));
      }
      if (!key) {
        names.add(name);
      }
    }
    return names;
  }

  private static String property(String account, String setting) {
    return AccountSettings.PREFIX + "." + account + "." + setting;
  }
}
