package dev.tenure.sandbox.webhooks;

import dev.tenure.sandbox.wire.UpdatesJson;
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
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one letter over HTTP. Only a 2xx within ten seconds counts as delivered. */
@Singleton
class Mail {
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
  Mail(
      ObjectMapper json,
      @Property(name = "sandbox.webhook.patience", defaultValue = "10s") Duration patience) {
    this.json = json;
    this.patience = patience;
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
              .header("Content-Type", "application/json")
              .header("User-Agent", "OpenTrain-Webhooks/1.0")
              .header("X-OpenTrain-Event", letter.event().type())
              .header("X-OpenTrain-Delivery", letter.deliveryId())
              .header("X-OpenTrain-Signature", Signature.of(secret, signedAt, body))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      return answer(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole answer counts: one whose body never ends is as late as one that never begins. */
  private Outcome answer(HttpRequest request) {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      return Outcome.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Outcome(false, cause.getClass().getSimpleName());
    } catch (TimeoutException e) {
      return new Outcome(false, "no whole answer within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, "the sandbox was stopped");
    } finally {
      answer.cancel(true);
    }
  }
}
