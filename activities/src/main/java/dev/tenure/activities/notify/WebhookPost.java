package dev.tenure.activities.notify;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.HttpCall;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.activities.http.RetryAfter;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to an address that may be a secret itself, and therefore is never named in full: one
 * HTTP/1.1 request with its body, one deadline for the whole exchange, no redirect followed.
 */
final class WebhookPost {

  /** A receiver has nothing to say beyond its status. */
  private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(15), 1 << 20);

  private final HttpExchange http;
  private final URI address;
  private final HttpLimits limits;
  private final RetryAfter retryAfter;

  WebhookPost(HttpExchange http, URI address, InstantSource clock) {
    this(http, address, clock, LIMITS);
  }

  WebhookPost(HttpExchange http, URI address, InstantSource clock, HttpLimits limits) {
    this.http = http;
    this.address = address;
    this.limits = limits;
    this.retryAfter = new RetryAfter(clock);
  }

  /** Returns once the receiver answered with 2xx. */
  void send(String body, Map<String, String> headers)
      throws UndeliveredException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "application/json");
    try {
      check(http.send(new HttpCall("POST", address, all, body), limits));
    } catch (NoAnswerException e) {
      throw new UndeliveredException(address.getHost() + " did not answer: " + e.getMessage());
    }
  }

  private void check(HttpAnswer answer) throws UndeliveredException {
    if (!answer.successful()) {
      @Nullable String wait = answer.header("Retry-After");
      throw new UndeliveredException(
          address.getHost() + " answered " + answer.status(),
          wait == null ? null : retryAfter.read(wait));
    }
  }
}
