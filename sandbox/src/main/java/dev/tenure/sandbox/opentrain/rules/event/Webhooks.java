package dev.tenure.sandbox.opentrain.rules.event;

import dev.tenure.sandbox.opentrain.model.event.Delivery;
import dev.tenure.sandbox.opentrain.model.event.Delivery.State;
import dev.tenure.sandbox.opentrain.model.event.FeedEvent;
import dev.tenure.sandbox.opentrain.model.event.Webhook;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.account.Tokens;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Subscriptions and what is due to them. Five attempts, the later ones after 1, 5, 30 and 120
 * minutes; ten deliveries in a row that ran out of them disable the subscription for good.
 */
@Singleton
public class Webhooks {
  private static final int MOST = 10;
  private static final int FAILURES_TO_DISABLE = 10;
  private static final List<Duration> BACKOFF =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2));

  private final World world;
  private final Tokens tokens;

  Webhooks(World world, Tokens tokens) {
    this.world = world;
    this.tokens = tokens;
  }

  public Stream<Webhook> of(Caller caller) {
    return world.webhooks.newestFirst(one -> caller.owns(one.accountId()));
  }

  public Webhook see(Caller caller, String id) {
    return Refusal.found(
        caller.own(world.webhooks.find(id), Webhook::accountId), "webhooks", "webhookId", id);
  }

  public Webhook subscribe(Caller caller, String url, List<String> eventTypes) {
    List<String> needed =
        eventTypes.stream()
            .map(type -> Feed.SCOPES.getOrDefault(type, ""))
            .filter(scope -> !caller.token().grants(scope))
            .distinct()
            .toList();
    if (!needed.isEmpty()) {
      throw Refusal.scope(needed, caller.token().scopes());
    }
    if (of(caller).count() >= MOST) {
      throw Refusal.conflict(
          "webhook_limit_reached", "Too many subscriptions.", Map.of("limit", MOST));
    }
    Webhook made =
        new Webhook(
            world.newId("whk"),
            caller.account().id(),
            url,
            eventTypes,
            tokens.secret("whsec_") + tokens.secret(""),
            world.now(),
            0,
            null,
            null);
    world.webhooks.put(made.id(), made);
    return made;
  }

  /** Stops it at once and forgets what was sent. */
  public Webhook delete(Caller caller, String id) {
    Webhook gone = see(caller, id);
    deliveries(id).toList().forEach(delivery -> world.deliveries.remove(delivery.id()));
    world.webhooks.remove(id);
    return gone;
  }

  /** A new event is due to every active subscription to its kind. */
  void due(FeedEvent event) {
    world
        .webhooks
        .oldestFirst(one -> one.active() && one.accountId().equals(event.accountId()))
        .filter(one -> one.eventTypes().contains(event.type()))
        .forEach(
            one -> {
              String id = world.newId("dlv");
              world.deliveries.put(
                  id, new Delivery(id, one.id(), event.id(), State.PENDING, 0, world.now(), null));
            });
  }

  /** An attempt came to its end. */
  public void tried(String deliveryId, boolean success, String outcome) {
    Delivery delivery = world.deliveries.find(deliveryId);
    Webhook webhook = delivery == null ? null : world.webhooks.find(delivery.webhookId());
    if (delivery == null || webhook == null || delivery.state() != State.PENDING) {
      return;
    }
    boolean last = delivery.attempts() >= BACKOFF.size();
    if (success) {
      keep(delivery.tried(State.DELIVERED, world.now(), outcome));
      world.webhooks.put(webhook.id(), webhook.failed(0));
    } else if (last) {
      keep(delivery.tried(State.FAILED, world.now(), outcome));
      count(webhook.failed(webhook.failures() + 1));
    } else {
      Duration wait = BACKOFF.get(delivery.attempts());
      keep(delivery.tried(State.PENDING, world.now().plus(wait), outcome));
    }
  }

  private void count(Webhook webhook) {
    if (webhook.failures() < FAILURES_TO_DISABLE) {
      world.webhooks.put(webhook.id(), webhook);
      return;
    }
    world.webhooks.put(
        webhook.id(), webhook.disabled(world.now(), "Disabled after repeated delivery failures"));
    deliveries(webhook.id())
        .filter(delivery -> delivery.state() == State.PENDING)
        .toList()
        .forEach(delivery -> keep(delivery.dropped("the subscription was disabled")));
  }

  private Stream<Delivery> deliveries(String webhookId) {
    return world.deliveries.oldestFirst(delivery -> delivery.webhookId().equals(webhookId));
  }

  private void keep(Delivery delivery) {
    world.deliveries.put(delivery.id(), delivery);
  }
}
