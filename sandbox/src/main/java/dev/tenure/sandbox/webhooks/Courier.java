package dev.tenure.sandbox.webhooks;

import dev.tenure.sandbox.agenda.Agenda;
import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.faults.Faults;
import dev.tenure.sandbox.rules.Webhooks;
import dev.tenure.sandbox.store.Store;
import dev.tenure.sandbox.world.Delivery;
import dev.tenure.sandbox.world.Delivery.State;
import dev.tenure.sandbox.world.FeedEvent;
import dev.tenure.sandbox.world.Webhook;
import dev.tenure.sandbox.world.World;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries events to their subscribers, unless a fault was ordered that keeps it from doing so. */
@Singleton
public class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final World world;
  private final Webhooks webhooks;
  private final Agenda agenda;
  private final Faults faults;
  private final Mail mail;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Courier(World world, Store store, Webhooks webhooks, Agenda agenda, Faults faults, Mail mail) {
    this.world = world;
    this.webhooks = webhooks;
    this.agenda = agenda;
    this.faults = faults;
    this.mail = mail;
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
      at(delivery.nextAt(), () -> attempt(delivery.id(), attempt));
    }
  }

  private void at(Instant due, Runnable work) {
    agenda.at(due, () -> threads.execute(work));
  }

  private void attempt(String deliveryId, int attempt) {
    Letter letter = world.transact(() -> letter(deliveryId, attempt));
    if (letter == null) {
      return;
    }
    Instant now = world.now();
    Fault fault = faults.strikingDelivery(letter.event().type());
    if (fault != null && fault.order().kind() == Fault.Kind.WEBHOOK_LATE) {
      at(
          now.plusMillis(fault.order().delayMs()),
          () -> {
            if (world.transact(() -> letter(deliveryId, attempt)) != null) {
              settle(deliveryId, genuine(letter));
            }
          });
    } else {
      settle(deliveryId, fault == null ? genuine(letter) : struck(letter, fault.order()));
    }
  }

  private Outcome struck(Letter letter, Fault.Order order) {
    Instant now = world.clock().wall();
    return switch (order.kind()) {
      case WEBHOOK_LOST -> new Outcome(true, "lost on purpose");
      case WEBHOOK_DOUBLED -> {
        genuine(letter);
        yield genuine(letter);
      }
      case WEBHOOK_FORGED -> {
        send(letter, "whsec_of_somebody_else", now);
        yield genuine(letter);
      }
      case WEBHOOK_STALE -> {
        send(letter, letter.to().secret(), now.minusMillis(order.delayMs()));
        yield genuine(letter);
      }
      default -> genuine(letter);
    };
  }

  private Outcome genuine(Letter letter) {
    return send(letter, letter.to().secret(), world.clock().wall());
  }

  /** Whatever goes wrong is the end of the attempt, so that the next one is planned. */
  private Outcome send(Letter letter, String secret, Instant signedAt) {
    try {
      return mail.send(letter, secret, signedAt);
    } catch (RuntimeException e) {
      LOG.warn("A letter to {} could not be sent.", letter.to().url(), e);
      return new Outcome(false, e.getClass().getSimpleName());
    }
  }

  private void settle(String deliveryId, Outcome outcome) {
    world.transact(
        () -> {
          webhooks.tried(deliveryId, outcome.success(), outcome.words());
          return true;
        });
  }

  private @Nullable Letter letter(String deliveryId, int attempt) {
    Delivery delivery = world.deliveries.find(deliveryId);
    if (delivery == null || delivery.state() != State.PENDING || delivery.attempts() != attempt) {
      return null;
    }
    Webhook webhook = world.webhooks.find(delivery.webhookId());
    FeedEvent event = world.feed.find(Long.toString(delivery.eventId()));
    return webhook == null || event == null ? null : new Letter(deliveryId, webhook, event);
  }
}
