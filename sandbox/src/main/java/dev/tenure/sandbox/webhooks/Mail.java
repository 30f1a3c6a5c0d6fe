package dev.tenure.sandbox.webhooks;

import dev.tenure.sandbox.wire.UpdatesJson;
import io.micronaut.serde.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Sends one letter over HTTP. Only a 2xx within ten seconds counts as delivered. */
@Singleton
class Mail {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ObjectMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  Mail(ObjectMapper json) {
    this.json = json;
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }

  /** Sends it, signed with this secret at this time. */
  Outcome send(Letter letter, String secret, Instant signedAt) {
    try {
      byte[] body = json.writeValueAsBytes(UpdatesJson.Event.of(letter.event()));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(letter.to().url()))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header("User-Agent", "OpenTrain-Webhooks/1.0")
              .header("X-OpenTrain-Event", letter.event().type())
              .header("X-OpenTrain-Delivery", letter.deliveryId())
              .header("X-OpenTrain-Signature", Signature.of(secret, signedAt, body))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      return Outcome.of(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return new Outcome(false, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, "the sandbox was stopped");
    }
  }
}
