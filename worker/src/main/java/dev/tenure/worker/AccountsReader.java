package dev.tenure.worker;

import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the accounts from the environment: {@code OT_API_TOKEN} is the account {@code default}; for
 * each name in {@code TENURE_ACCOUNTS} there is a token in {@code OT_API_TOKEN_NAME}, and what is
 * set as {@code OT_API_BASE_URL_NAME} or {@code TENURE_MARKETPLACE_RPS_NAME} holds for it alone.
 */
final class AccountsReader {

  static final String DEFAULT = "default";

  private static final String ACCOUNTS = "TENURE_ACCOUNTS";
  private static final String TOKEN = "OT_API_TOKEN";
  private static final String URL = "OT_API_BASE_URL";
  private static final String RATE = "TENURE_MARKETPLACE_RPS";
  private static final String REAL = "https://app.opentrain.ai";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  /**
   * No limit is published for authenticated calls; the tokenless ones are held to 120 a minute. The
   * feed takes at most half of it.
   */
  private static final double RATE_OF_THE_REAL_ONE = 2;

  private static final double RATE_ELSEWHERE = 100;

  private final Variables variables;

  AccountsReader(Variables variables) {
    this.variables = variables;
  }

  /**
   * @throws SettingsException with words that name the variable
   */
  List<AccountSettings> read() {
    Set<String> names = names();
    List<AccountSettings> accounts = new ArrayList<>();
    names.forEach(name -> accounts.add(account(name)));
    refuseUnnamed(names);
    refuseShared(accounts);
    return accounts;
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    if (variables.text(TOKEN).isPresent() || variables.text(ACCOUNTS).isEmpty()) {
      names.add(DEFAULT);
    }
    for (String part : variables.text(ACCOUNTS, "").split(",", -1)) {
      String name = part.strip();
      if (!name.isEmpty() && !NAME.matcher(name).matches()) {
        throw new SettingsException(
            ACCOUNTS
                + " names an account \""
                + name
                + "\": a name begins with a-z, followed by up to 30 of a-z, 0-9 and -");
      }
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  private AccountSettings account(String name) {
    String tokenVariable = variable(TOKEN, name);
    String urlVariable =
        variables.text(variable(URL, name)).isPresent() ? variable(URL, name) : URL;
    String url = required(name, urlVariable, "the marketplace's origin, e.g. " + REAL);
    String token = required(name, tokenVariable, "a token of the account");
    BaseUrl base = base(urlVariable, url);
    double usual = base.origin().equals(REAL) ? RATE_OF_THE_REAL_ONE : RATE_ELSEWHERE;
    double rate = variables.rate(variable(RATE, name)).or(() -> variables.rate(RATE)).orElse(usual);
    return new AccountSettings(name, base, token, tokenVariable, rate);
  }

  private BaseUrl base(String variable, String url) {
    try {
      boolean plainHttp =
          variables.text(BaseUrl.ALLOW_PLAIN_HTTP).filter("true"::equals).isPresent();
      return BaseUrl.of(url, OpenTrainClient.PATH, plainHttp);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(variable + ": " + e.getMessage());
    }
  }

  private String required(String account, String variable, String what) {
    return variables
        .text(variable)
        .orElseThrow(
            () ->
                new SettingsException(
                    account.equals(DEFAULT)
                        ? "No marketplace account is configured: set OT_API_BASE_URL and"
                            + " OT_API_TOKEN (%s is missing: %s)".formatted(variable, what)
                        : "TENURE_ACCOUNTS names the account %s, but %s is missing: %s"
                            .formatted(account, variable, what)));
  }

  /** A token that nobody would use is a name misspelt. */
  private void refuseUnnamed(Set<String> names) {
    Set<String> known = new LinkedHashSet<>();
    names.forEach(name -> known.add(variable(TOKEN, name)));
    for (String variable : variables.namesFrom(TOKEN + "_")) {
      if (!known.contains(variable)) {
        throw new SettingsException(
            "%s is set, but %s does not name its account".formatted(variable, ACCOUNTS));
      }
    }
  }

  /** Two names for one account would follow one feed twice and pay from one purse. */
  private static void refuseShared(List<AccountSettings> accounts) {
    Map<String, String> holders = new HashMap<>();
    for (AccountSettings account : accounts) {
      String other = holders.put(account.base() + " " + account.token(), account.tokenVariable());
      if (other != null) {
        throw new SettingsException(
            "%s and %s hold the same token: each account needs one of its own"
                .formatted(other, account.tokenVariable()));
      }
    }
  }

  private static String variable(String stem, String account) {
    return account.equals(DEFAULT)
        ? stem
        : stem + "_" + account.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
