package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.marketplace.Transport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Clients of a marketplace for tests, on one HTTP client for all of them. */
public final class Clients {

  public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static final HttpExchange HTTP = new HttpExchange(HttpSettings.DIRECT);
  private static final HttpLimits LIMITS = new HttpLimits(Duration.ofMinutes(1), 1 << 20);

  private Clients() {}

  /** A client of an account, by the clock of this machine. */
  public static OpenTrainClient of(BaseUrl base, String token) {
    return new OpenTrainClient(
        base, transport(base, token, HttpLimits.USUAL), InstantSource.system());
  }

  public static OpenTrainClient of(Marketplace marketplace) {
    return of(marketplace, transport(marketplace));
  }

  public static OpenTrainClient of(Marketplace marketplace, HttpLimits limits) {
    return of(marketplace, transport(marketplace.base(), "ot_pat_test_secret", limits));
  }

  public static OpenTrainClient of(Marketplace marketplace, Transport transport) {
    return new OpenTrainClient(marketplace.base(), transport, InstantSource.fixed(NOW));
  }

  public static Transport transport(Marketplace marketplace) {
    return transport(marketplace.base(), "ot_pat_test_secret", LIMITS);
  }

  private static Transport transport(BaseUrl base, String token, HttpLimits limits) {
    return new HttpTransport(HTTP, base, token, limits);
  }
}
