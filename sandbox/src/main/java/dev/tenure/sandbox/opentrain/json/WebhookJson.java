package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.event.Webhook;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription without its secret. */
@Serdeable
public record WebhookJson(
    String id,
    String url,
    List<String> eventTypes,
    String status,
    Instant createdAt,
    @Nullable Instant disabledAt,
    @Nullable String disabledReason) {

  /** {@code {"webhook": …}}. */
  @Serdeable
  public record One(WebhookJson webhook) {}

  /** {@code {"webhooks": […]}}. */
  @Serdeable
  public record All(List<WebhookJson> webhooks) {}

  /** The only answer that carries the secret. */
  @Serdeable
  public record Made(WebhookJson webhook, String secret, String message) {}

  /** The answer to a deletion. */
  @Serdeable
  public record Deleted(WebhookJson webhook, boolean deleted) {}

  public static WebhookJson of(Webhook webhook) {
    return new WebhookJson(
        webhook.id(),
        webhook.url(),
        webhook.eventTypes(),
        webhook.active() ? "ACTIVE" : "DISABLED",
        webhook.createdAt(),
        webhook.disabledAt(),
        webhook.disabledReason());
  }
}
