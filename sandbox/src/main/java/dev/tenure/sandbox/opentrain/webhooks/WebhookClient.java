package dev.tenure.sandbox.opentrain.webhooks;

import dev.tenure.sandbox.opentrain.json.UpdatesJson;
import dev.tenure.sandbox.opentrain.model.event.FeedEvent;
import dev.tenure.sandbox.opentrain.model.event.Webhook;
import io.micronaut.context.annotation.Property;
import io.micronaut.serde.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends one delivery over HTTP. Only a 2xx within ten seconds counts as delivered. */
@Singleton
class WebhookClient {
  private static final String ALGORITHM = "HmacSHA256";

  private final ObjectMapper json;
  private final Duration patience;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * A post office.
   *
   * @param patience how long an answer may take: ten seconds, unless a test is in a hurry
   */
  WebhookClient(
      ObjectMapper json,
      @Property(name = "sandbox.webhook.patience", defaultValue = "10s") Duration patience) {
    this.json = json;
    this.patience = patience;
  }

  /** An event with the subscriber to whom it is carried. */
  record PendingDelivery(String deliveryId, Webhook to, FeedEvent event) {}

  /**
   * What came of an attempt.
   *
   * @param words an HTTP status, or what went wrong before there was one
   */
  record DeliveryOutcome(boolean success, String words) {}

  @PreDestroy
  void close() {
    http.shutdownNow();
  }

  /** Sends it, signed with this secret at this time. */
  DeliveryOutcome send(PendingDelivery delivery, String secret, Instant signedAt) {
    try {
      byte[] body = json.writeValueAsBytes(UpdatesJson.Event.of(delivery.event()));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(delivery.to().url()))
              .header("Content-Type", "application/json")
              .header("User-Agent", "OpenTrain-Webhooks/1.0")
              .header("X-OpenTrain-Event", delivery.event().type())
              .header("X-OpenTrain-Delivery", delivery.deliveryId())
              .header("X-OpenTrain-Signature", signature(secret, signedAt, body))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      return answer(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole answer counts: one whose body never ends is as late as one that never begins. */
  private DeliveryOutcome answer(HttpRequest request) {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      int status = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      return new DeliveryOutcome(status >= 200 && status < 300, Integer.toString(status));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new DeliveryOutcome(false, cause.getClass().getSimpleName());
    } catch (TimeoutException e) {
      return new DeliveryOutcome(false, "no whole answer within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new DeliveryOutcome(false, "the sandbox was stopped");
    } finally {
      answer.cancel(true);
    }
  }

  /**
   * {@code t=<seconds>,v1=<hex>}: an HMAC over the seconds, a dot and the bytes, made per attempt.
   */
  private static String signature(String secret, Instant now, byte[] body) {
    long seconds = now.getEpochSecond();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
