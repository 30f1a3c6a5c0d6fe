package dev.tenure.worker;

import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.opentrain.OpenTrain;

/**
 * One marketplace account.
 *
 * @param callsPerSecond the most that all workers together may call it
 */
record AccountSettings(String name, BaseUrl base, String token, double callsPerSecond) {

  private static final String REAL = "https://app.opentrain.ai";

  /**
   * No limit is published for authenticated calls; the tokenless ones are held to 120 a minute. The
   * feed takes half of that, this is the other half.
   */
  private static final double RATE_OF_THE_REAL_ONE = 1;

  private static final double RATE_ELSEWHERE = 100;

  static AccountSettings of(Variables variables) {
    String url = required(variables, "OT_API_BASE_URL", "the marketplace's origin, e.g. " + REAL);
    String token = required(variables, "OT_API_TOKEN", "a token of the account");
    BaseUrl base = base(url);
    double rate = base.origin().equals(REAL) ? RATE_OF_THE_REAL_ONE : RATE_ELSEWHERE;
    return new AccountSettings(
        "default", base, token, variables.rate("TENURE_MARKETPLACE_RPS").orElse(rate));
  }

  private static BaseUrl base(String url) {
    try {
      return BaseUrl.of(url, OpenTrain.PATH);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("OT_API_BASE_URL: " + e.getMessage());
    }
  }

  private static String required(Variables variables, String name, String what) {
    return variables
        .text(name)
        .orElseThrow(
            () ->
                new SettingsException(
                    "No marketplace account is configured: set OT_API_BASE_URL and OT_API_TOKEN"
                        + " ("
                        + name
                        + " is missing: "
                        + what
                        + ")"));
  }

  /** Without the token: settings end up in logs. */
  @Override
  public String toString() {
    return name + " at " + base.origin();
  }
}
