package dev.tenure.sandbox.opentrain.model.event;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one subscriber.
 *
 * @param attempts how many were made
 * @param nextAt when the next one is due, while pending
 * @param lastOutcome an HTTP status, or what went wrong before there was one
 */
@Serdeable
public record Delivery(
    String id,
    String webhookId,
    long eventId,
    State state,
    int attempts,
    Instant nextAt,
    @Nullable String lastOutcome) {

  /** All but the first are final. */
  public enum State {
    PENDING,
    DELIVERED,
    FAILED
  }

  public Delivery tried(State to, Instant next, String outcome) {
    return new Delivery(id, webhookId, eventId, to, attempts + 1, next, outcome);
  }

  public Delivery dropped(String why) {
    return new Delivery(id, webhookId, eventId, State.FAILED, attempts, nextAt, why);
  }
}
