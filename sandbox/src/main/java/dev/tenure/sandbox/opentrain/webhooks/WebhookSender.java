package dev.tenure.sandbox.opentrain.webhooks;

import dev.tenure.sandbox.clock.Schedule;
import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.faults.Faults;
import dev.tenure.sandbox.opentrain.model.event.Delivery;
import dev.tenure.sandbox.opentrain.model.event.Delivery.State;
import dev.tenure.sandbox.opentrain.model.event.FeedEvent;
import dev.tenure.sandbox.opentrain.model.event.Webhook;
import dev.tenure.sandbox.opentrain.rules.event.Webhooks;
import dev.tenure.sandbox.opentrain.webhooks.WebhookClient.DeliveryOutcome;
import dev.tenure.sandbox.opentrain.webhooks.WebhookClient.PendingDelivery;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries events to their subscribers, unless a fault was ordered that keeps it from doing so. */
@Singleton
public class WebhookSender {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

  private final World world;
  private final Webhooks webhooks;
  private final Schedule schedule;
  private final Faults faults;
  private final WebhookClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  WebhookSender(
      World world, Webhooks webhooks, Schedule schedule, Faults faults, WebhookClient client) {
    this.world = world;
    this.webhooks = webhooks;
    this.schedule = schedule;
    this.faults = faults;
    this.client = client;
    world.onChange(Delivery.class, this::plan);
  }

  /** Plans what was still on its way when the process ended. */
  public void wake() {
    world.run(() -> world.deliveries.oldestFirst().forEach(this::plan));
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  private void plan(Delivery delivery) {
    if (delivery.state() == State.PENDING) {
      int attempt = delivery.attempts();
      at(delivery.nextAt(), () -> attempt(delivery.id(), attempt));
    }
  }

  private void at(Instant due, Runnable work) {
    schedule.at(due, () -> threads.execute(work));
  }

  private void attempt(String deliveryId, int attempt) {
    PendingDelivery delivery = world.transact(() -> delivery(deliveryId, attempt));
    if (delivery == null) {
      return;
    }
    Instant now = world.now();
    Fault fault = faults.strikingDelivery(delivery.event().type());
    if (fault != null && fault.kind() == Fault.Kind.WEBHOOK_LATE) {
      at(
          now.plusMillis(fault.delayMs()),
          () -> {
            if (world.transact(() -> delivery(deliveryId, attempt)) != null) {
              settle(deliveryId, genuine(delivery));
            }
          });
    } else {
      settle(deliveryId, fault == null ? genuine(delivery) : struck(delivery, fault));
    }
  }

  private DeliveryOutcome struck(PendingDelivery delivery, Fault fault) {
    Instant now = world.clock().wall();
    return switch (fault.kind()) {
      case WEBHOOK_LOST -> new DeliveryOutcome(true, "lost on purpose");
      case WEBHOOK_DOUBLED -> {
        genuine(delivery);
        yield genuine(delivery);
      }
      case WEBHOOK_FORGED -> {
        send(delivery, "whsec_of_somebody_else", now);
        yield genuine(delivery);
      }
      case WEBHOOK_STALE -> {
        send(delivery, delivery.to().secret(), now.minusMillis(fault.delayMs()));
        yield genuine(delivery);
      }
      default -> genuine(delivery);
    };
  }

  private DeliveryOutcome genuine(PendingDelivery delivery) {
    return send(delivery, delivery.to().secret(), world.clock().wall());
  }

  /** Whatever goes wrong is the end of the attempt, so that the next one is planned. */
  private DeliveryOutcome send(PendingDelivery delivery, String secret, Instant signedAt) {
    try {
      return client.send(delivery, secret, signedAt);
    } catch (RuntimeException e) {
      LOG.warn("A delivery to {} could not be sent.", delivery.to().url(), e);
      return new DeliveryOutcome(false, e.getClass().getSimpleName());
    }
  }

  private void settle(String deliveryId, DeliveryOutcome outcome) {
    world.run(() -> webhooks.tried(deliveryId, outcome.success(), outcome.words()));
  }

  private @Nullable PendingDelivery delivery(String deliveryId, int attempt) {
    Delivery delivery = world.deliveries.find(deliveryId);
    if (delivery == null || delivery.state() != State.PENDING || delivery.attempts() != attempt) {
      return null;
    }
    Webhook webhook = world.webhooks.find(delivery.webhookId());
    FeedEvent event = world.feed.find(delivery.eventId());
    return webhook == null || event == null
        ? null
        : new PendingDelivery(deliveryId, webhook, event);
  }
}
