package dev.tenure.worker.settings;

import dev.tenure.activities.http.BaseUrl;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The variables of the accounts: {@code OT_API_TOKEN} is the account {@code default}; for each name
 * in {@code TENURE_ACCOUNTS} there is a token in {@code OT_API_TOKEN_NAME}, and what is set as
 * {@code OT_API_BASE_URL_NAME} or {@code TENURE_MARKETPLACE_RPS_NAME} holds for it alone.
 *
 * @param values by property
 * @param names the variable that each property is set by
 */
record AccountVariables(Map<String, Object> values, Map<String, String> names) {

  static final String DEFAULT = "default";
  private static final String ACCOUNTS = "TENURE_ACCOUNTS";
  private static final String TOKEN = "OT_API_TOKEN";
  private static final String URL = "OT_API_BASE_URL";
  private static final String RATE = "TENURE_MARKETPLACE_RPS";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  /**
   * Reads them.
   *
   * @param environment without empty variables
   * @throws SettingsException with words that name the variable
   */
  static AccountVariables of(Map<String, String> environment) {
    AccountVariables all = new AccountVariables(new LinkedHashMap<>(), new LinkedHashMap<>());
    Set<String> accounts = accounts(environment);
    for (String account : accounts) {
      all.put(account, "token", variable(TOKEN, account), environment);
      all.put(account, "base-url", nearest(URL, account, environment), environment);
      all.put(account, "rps", nearest(RATE, account, environment), environment);
      all.names.put(property(account, "plain-http"), BaseUrl.ALLOW_PLAIN_HTTP);
      all.values.put(property(account, "token-variable"), variable(TOKEN, account));
      all.values.put(property(account, "rate-variable"), nearest(RATE, account, environment));
      all.values.put(property(account, "url-variable"), nearest(URL, account, environment));
      all.values.put(
          property(account, "plain-http"),
          environment.getOrDefault(BaseUrl.ALLOW_PLAIN_HTTP, "false"));
    }
    refuseUnnamed(accounts, environment);
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
        account.equals(DEFAULT)
            ? "No marketplace account is configured: set %s and %s (%s is missing: %s)"
                .formatted(URL, TOKEN, variable, what)
            : "%s names the account %s, but %s is missing: %s"
                .formatted(ACCOUNTS, account, variable, what));
  }

  private static Set<String> accounts(Map<String, String> environment) {
    Set<String> names = new LinkedHashSet<>();
    if (environment.containsKey(TOKEN) || !environment.containsKey(ACCOUNTS)) {
      names.add(DEFAULT);
    }
    for (String part : environment.getOrDefault(ACCOUNTS, "").split(",", -1)) {
      String name = part.strip();
      if (!name.isEmpty() && !NAME.matcher(name).matches()) {
        throw new SettingsException(
            ACCOUNTS
                + " names an account \""
                + name
                + "\": a name begins with a-z, followed by up to 30 of a-z, 0-9 and -");
      }
      if (name.equals("file") || name.endsWith("-file")) {
        throw new SettingsException(
            ACCOUNTS
                + " names an account \""
                + name
                + "\": "
                + variable(TOKEN, name)
                + " would name the file of a token; take another name");
      }
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /** A token that nobody would use is a name misspelt. */
  private static void refuseUnnamed(Set<String> accounts, Map<String, String> environment) {
    Set<String> known = new LinkedHashSet<>();
    accounts.forEach(account -> known.add(variable(TOKEN, account)));
    environment.keySet().stream()
        .filter(name -> name.startsWith(TOKEN + "_") && !known.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new SettingsException(
                  "%s is set, but %s does not name its account".formatted(name, ACCOUNTS));
            });
  }

  private static String nearest(String stem, String account, Map<String, String> environment) {
    String own = variable(stem, account);
    return environment.containsKey(own) ? own : stem;
  }

  private static String variable(String stem, String account) {
    return account.equals(DEFAULT)
        ? stem
        : stem + "_" + account.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String property(String account, String setting) {
    return AccountSettings.PREFIX + "." + account + "." + setting;
  }
}
