package dev.tenure.sandbox.webhooks;

import dev.tenure.sandbox.agenda.Agenda;
import dev.tenure.sandbox.rules.Webhooks;
import dev.tenure.sandbox.store.Store;
import dev.tenure.sandbox.wire.UpdatesJson;
import dev.tenure.sandbox.world.Delivery;
import dev.tenure.sandbox.world.Delivery.State;
import dev.tenure.sandbox.world.FeedEvent;
import dev.tenure.sandbox.world.Webhook;
import dev.tenure.sandbox.world.World;
import io.micronaut.serde.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Carries events to their subscribers. Only a 2xx within ten seconds counts as delivered. */
@Singleton
public class Courier {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final World world;
  private final Webhooks webhooks;
  private final Agenda agenda;
  private final ObjectMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Courier(World world, Store store, Webhooks webhooks, Agenda agenda, ObjectMapper json) {
    this.world = world;
    this.webhooks = webhooks;
    this.agenda = agenda;
    this.json = json;
    store.onChange(this::notice);
  }

  /** Plans what was still on its way when the process ended. */
  public void wake() {
    world.transact(
        () -> {
          world.deliveries.oldestFirst().forEach(this::plan);
          return true;
        });
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }

  private void notice(List<Object> changes) {
    for (Object change : changes) {
      if (change instanceof Delivery delivery) {
        plan(delivery);
      }
    }
  }

  private void plan(Delivery delivery) {
    if (delivery.state() == State.PENDING) {
      int attempt = delivery.attempts();
      agenda.at(delivery.nextAt(), () -> threads.execute(() -> attempt(delivery.id(), attempt)));
    }
  }

  private record Letter(Webhook to, FeedEvent event) {}

  private void attempt(String deliveryId, int attempt) {
    Letter letter = world.transact(() -> letter(deliveryId, attempt));
    if (letter != null) {
      Outcome outcome = send(deliveryId, letter);
      world.transact(
          () -> {
            webhooks.tried(deliveryId, outcome.success(), outcome.words());
            return true;
          });
    }
  }

  private @Nullable Letter letter(String deliveryId, int attempt) {
    Delivery delivery = world.deliveries.find(deliveryId);
    if (delivery == null || delivery.state() != State.PENDING || delivery.attempts() != attempt) {
      return null;
    }
    Webhook webhook = world.webhooks.find(delivery.webhookId());
    FeedEvent event = world.feed.find(Long.toString(delivery.eventId()));
    return webhook == null || event == null ? null : new Letter(webhook, event);
  }

  private record Outcome(boolean success, String words) {}

  private Outcome send(String deliveryId, Letter letter) {
    try {
      byte[] body = json.writeValueAsBytes(UpdatesJson.Event.of(letter.event()));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(letter.to().url()))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header("User-Agent", "OpenTrain-Webhooks/1.0")
              .header("X-OpenTrain-Event", letter.event().type())
              .header("X-OpenTrain-Delivery", deliveryId)
              .header(
                  "X-OpenTrain-Signature",
                  Signature.of(letter.to().secret(), world.clock().wall(), body))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return new Outcome(status >= 200 && status < 300, Integer.toString(status));
    } catch (IOException e) {
      return new Outcome(false, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, "the sandbox was stopped");
    }
  }
}
