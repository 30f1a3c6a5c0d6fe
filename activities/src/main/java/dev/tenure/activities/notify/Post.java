package dev.tenure.activities.notify;

import dev.tenure.activities.http.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Posts JSON to an address that may be a secret itself, and therefore is never named in full. */
final class Post {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration WHOLE = Duration.ofSeconds(15);

  private final URI address;
  private final RetryAfter retryAfter;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  Post(URI address, InstantSource clock) {
    this.address = address;
    this.retryAfter = new RetryAfter(clock);
  }

  /** Returns once the receiver answered with 2xx. */
  void send(byte[] body, Map<String, String> headers)
      throws UndeliveredException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(WHOLE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      check(client.send(request.build(), BodyHandlers.discarding()));
    } catch (IOException e) {
      throw new UndeliveredException(
          address.getHost() + " did not answer: " + e.getClass().getSimpleName());
    }
  }

  private void check(HttpResponse<Void> response) throws UndeliveredException {
    int status = response.statusCode();
    if (status / 100 != 2) {
      throw new UndeliveredException(
          address.getHost() + " answered " + status,
          response.headers().firstValue("Retry-After").map(retryAfter::read).orElse(null));
    }
  }
}
