package dev.tenure.worker.settings;

import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * One marketplace account; the variables are told by {@link AccountVariables}.
 *
 * @param baseUrl the marketplace's origin as it was given
 * @param urlVariable the environment variable that holds it, for words to people
 * @param plainHttp whether the token may leave this machine over plain {@code http}
 * @param tokenVariable the environment variable that holds the token, for words to people
 * @param rateVariable the environment variable that holds the rate, for words to people
 * @param rps the most calls a second that all workers together may make; absent: what is usual
 */
@Context
@EachProperty(AccountSettings.PREFIX)
public record AccountSettings(
    @Parameter String name,
    String baseUrl,
    String urlVariable,
    boolean plainHttp,
    String token,
    String tokenVariable,
    @Nullable Double rps,
    String rateVariable) {

  static final String PREFIX = "marketplace.accounts";

  /** Where OpenTrain is. */
  static final String OPENTRAIN = "https://app.opentrain.ai";

  /**
   * No limit is published for authenticated calls; the tokenless ones are held to 120 a minute. The
   * feed takes at most half of it.
   */
  private static final double RATE_OF_OPENTRAIN = 2;

  private static final double RATE_ELSEWHERE = 100;

  private static final double HIGHEST_RATE = 100_000;

  /** Refuses an address that no call could go to, and a rate that is none. */
  public AccountSettings {
    marketplace(baseUrl, urlVariable, plainHttp);
    if (rps != null && !(rps > 0 && rps <= HIGHEST_RATE)) {
      throw new SettingsException(
          "%s=%s cannot be used: it must be calls per second above zero, e.g. 2"
              .formatted(rateVariable, rps));
    }
  }

  /** Where the marketplace's API is. */
  public BaseUrl marketplace() {
    return marketplace(baseUrl, urlVariable, plainHttp);
  }

  private static BaseUrl marketplace(String text, String variable, boolean plainHttp) {
    try {
      return BaseUrl.of(text, OpenTrainClient.PATH, plainHttp);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(variable + ": " + e.getMessage());
    }
  }

  /** The most calls a second that all workers together may make. */
  public double callsPerSecond() {
    if (rps != null) {
      return rps;
    }
    return marketplace().origin().equals(OPENTRAIN) ? RATE_OF_OPENTRAIN : RATE_ELSEWHERE;
  }

  /** Whether it is the account that has no name of its own. */
  public boolean isDefault() {
    return name.equals(AccountNames.DEFAULT);
  }

  /** Without the token: settings end up in logs. */
  @Override
  public String toString() {
    return name + " at " + marketplace().origin();
  }
}
