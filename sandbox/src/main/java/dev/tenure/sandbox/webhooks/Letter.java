package dev.tenure.sandbox.webhooks;

import dev.tenure.sandbox.world.FeedEvent;
import dev.tenure.sandbox.world.Webhook;

/** An event with the subscriber to whom it is carried. */
record Letter(String deliveryId, Webhook to, FeedEvent event) {}
