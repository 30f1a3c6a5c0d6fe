package dev.tenure.sandbox.opentrain.model.event;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to events.
 *
 * @param failures deliveries in a row that ran out of attempts
 */
@Serdeable
public record Webhook(
    String id,
    String accountId,
    String url,
    List<String> eventTypes,
    String secret,
    Instant createdAt,
    int failures,
    @Nullable Instant disabledAt,
    @Nullable String disabledReason) {

  public boolean active() {
    return disabledAt == null;
  }

  public Webhook failed(int inARow) {
    return new Webhook(
        id, accountId, url, eventTypes, secret, createdAt, inARow, disabledAt, disabledReason);
  }

  public Webhook disabled(Instant now, String reason) {
    return new Webhook(id, accountId, url, eventTypes, secret, createdAt, failures, now, reason);
  }
}
