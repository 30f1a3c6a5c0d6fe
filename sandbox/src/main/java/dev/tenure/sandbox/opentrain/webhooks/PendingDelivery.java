package dev.tenure.sandbox.opentrain.webhooks;

import dev.tenure.sandbox.opentrain.model.event.FeedEvent;
import dev.tenure.sandbox.opentrain.model.event.Webhook;

/** An event with the subscriber to whom it is carried. */
record PendingDelivery(String deliveryId, Webhook to, FeedEvent event) {}
