package dev.tenure.sandbox.opentrain.model.job;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people are asked to propose for: a draft until it is published.
 *
 * @param idempotencyKey the client's own key of the draft
 */
@Serdeable
public record Job(
    String id,
    String accountId,
    String title,
    PaymentType paymentType,
    Instant createdAt,
    @Nullable String description,
    @Nullable String idempotencyKey,
    Instant updatedAt,
    @Nullable Instant publishedAt) {

  public boolean published() {
    return publishedAt != null;
  }

  /** What a draft lacks before it can be published (which fields these are is assumed). */
  public List<String> missing() {
    return Stream.of(title.isEmpty() ? "title" : "", description == null ? "description" : "")
        .filter(name -> !name.isEmpty())
        .toList();
  }

  public Job redrafted(
      String newTitle, @Nullable String newDescription, PaymentType type, Instant now) {
    return new Job(
        id, accountId, newTitle, type, createdAt, newDescription, idempotencyKey, now, null);
  }

  public Job publishedAt(Instant now) {
    return new Job(
        id, accountId, title, paymentType, createdAt, description, idempotencyKey, now, now);
  }
}
